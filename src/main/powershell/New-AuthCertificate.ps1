# Makes an auth certificate as the article does. One with the chosen subject key identifier is never made twice.
param($arguments)

function Find-Made($server, $identifier) {
    foreach ($found in @(Get-ExchangeCertificate -Server $server -ErrorAction Stop)) {
        $property = $found.PSObject.Properties['RawData']
        if ($null -eq $property -or $null -eq $property.Value) { continue }
        $bytes = [byte[]]$property.Value
        $certificate = New-Object -TypeName System.Security.Cryptography.X509Certificates.X509Certificate2 -ArgumentList (, $bytes)
        $extension = $certificate.Extensions['2.5.29.14']
        if ($null -ne $extension -and [string]$extension.SubjectKeyIdentifier -eq $identifier) { return $certificate }
    }
}

$server = [string]$arguments.server
$identifier = [string]$arguments.subjectKeyIdentifier
$action = 'equal'
$certificate = Find-Made $server $identifier
if ($null -eq $certificate) {
    $action = 'created'
    $global:hybridgeBegan = $true
    $null = New-ExchangeCertificate -Server $server -FriendlyName ([string]$arguments.friendlyName) `
        -DomainName ([string]$arguments.domainName) -Services Federation -KeySize 2048 -PrivateKeyExportable $true `
        -SubjectKeyIdentifier $identifier -Confirm:$false -ErrorAction Stop
    try { $certificate = Find-Made $server $identifier }
    catch { Write-Warning ('The new certificate could not be read back: ' + [string]$_.Exception.Message) }
}
$thumbprint = $null
$rawData = $null
if ($null -ne $certificate) {
    $thumbprint = [string]$certificate.Thumbprint
    $rawData = [System.Convert]::ToBase64String([byte[]]$certificate.RawData)
}
[ordered]@{
    action = $action
    thumbprint = $thumbprint
    rawData = $rawData
}
