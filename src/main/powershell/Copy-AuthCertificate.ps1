# Brings a certificate with its key from one server to another, inside one Exchange session. On the way the key is under
# a password that is made here, used once and told to nobody, and in no file. There already: changes nothing.
param($arguments)

# include part/Read-Text.ps1

# include part/Read-Certificate.ps1

# include part/Find-Certificate.ps1

# include part/Test-Here.ps1

function New-Password {
    $random = New-Object -TypeName 'byte[]' -ArgumentList 32
    [System.Security.Cryptography.RandomNumberGenerator]::Create().GetBytes($random)
    $password = New-Object -TypeName System.Security.SecureString
    foreach ($character in [System.Convert]::ToBase64String($random).ToCharArray()) { $password.AppendChar($character) }
    $password.MakeReadOnly()
    return $password
}

function Copy-Certificate($source, $server, $thumbprint) {
    $password = New-Password
    $exported = Export-ExchangeCertificate -Server $source -Thumbprint $thumbprint -BinaryEncoded -Password $password -ErrorAction Stop
    $bytes = [byte[]]$exported.PSObject.Properties['FileData'].Value
    $global:hybridgeBegan = $true
    $null = Import-ExchangeCertificate -Server $server -FileData $bytes -Password $password -PrivateKeyExportable $true `
        -Confirm:$false -ErrorAction Stop
    [System.Array]::Clear($bytes, 0, $bytes.Length)
    $password.Dispose()
}

# Only this server's own store can be read; of another server Exchange tells.
function Read-StoreOf($server) {
    if (Test-Here $server) { return Read-Store }
    return @{}
}

function Find-Copied($server, $thumbprint) {
    try { return Find-Certificate $server $thumbprint }
    catch { Write-Warning ('The copy could not be read back: ' + [string]$_.Exception.Message) }
    return $null
}

$server = [string]$arguments.server
$thumbprint = [string]$arguments.thumbprint
$action = 'equal'
$store = Read-StoreOf $server
$found = $store[$thumbprint]
if ($null -eq $found) { $found = Find-Certificate $server $thumbprint }
if ($null -eq $found) {
    $action = 'copied'
    Copy-Certificate ([string]$arguments.source) $server $thumbprint
    $store = Read-StoreOf $server
    $found = $store[$thumbprint]
    if ($null -eq $found) { $found = Find-Copied $server $thumbprint }
}
$key = $null
if ($null -ne $found) { $key = Read-KeyPresence $found $store[$thumbprint] }
[ordered]@{
    action = $action
    thumbprint = $thumbprint
    hasPrivateKey = $key
}
