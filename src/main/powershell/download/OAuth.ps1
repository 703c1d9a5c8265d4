# OAUTH, part 1: give the built-in token issuer of Exchange a certificate and name the auth server of Microsoft 365.
# Run it in the Exchange Management Shell on a Mailbox server. It can be run again: what is good already is left alone.
# It follows the article's first script. Corrected: a good current certificate is reused whatever its name; expired ones
# and those without their key are no candidates; several candidates are a choice, never the first one; a new certificate
# is found again by its own identifier; the export is by thumbprint; an auth server is known by the tenant it stands for,
# whatever its name, and is set up before the certificate, because Exchange may refuse it; everything is decided first;
# what the shell does not tell of a certificate is asked of this server's store, and an unknown key replaces nothing.
# The parameters hold the only values. If several certificates can sign, the script asks for one in $chosenThumbprint.
Set-StrictMode -Version 2
$ErrorActionPreference = 'Stop'

# Your tenant's id. Write it here if the script asks for it; the step Tenant of Hybridge shows it.
$tenantId = ''

# A current certificate that is not on this server is replaced only if you write $true here: it may be on another one.
$replaceMissing = $false

# include part/Read-Text.ps1

# include part/Read-Certificate.ps1

# An RSA key of 2048 bits is encoded in 268 bytes at least; its size itself is named differently in each version of .NET.
function Test-KeySize($x509) {
    return [bool]($x509.PublicKey.Oid.Value -eq '1.2.840.113549.1.1.1' -and $x509.PublicKey.EncodedKeyValue.RawData.Length -ge 268)
}

# Web pages and mail keep their certificates. Services come as names or as the number of their flags, or do not come.
function Test-ServesOthers($found, $subject) {
    if (-not (Test-InFull $found)) {
        if ($subject -eq 'CN=Microsoft Exchange Server Auth Certificate') { return $false }
        return $null
    }
    $services = Read-Text $found 'Services'
    if ($services -match '^[0-9]+$') { return [bool](([int]$services -band 79) -ne 0) }
    return [bool]($services -match 'IIS|IMAP|POP|UM')
}

function Get-Certificates {
    $store = Read-Store
    foreach ($found in @(Get-ExchangeCertificate)) {
        $bytes = Read-Bytes $found
        if ($null -eq $bytes) { continue }
        $x509 = New-Object -TypeName System.Security.Cryptography.X509Certificates.X509Certificate2 -ArgumentList (, $bytes)
        $identifier = $x509.Extensions['2.5.29.14']
        $entry = $store[[string]$x509.Thumbprint]
        $name = Read-Text $found 'FriendlyName'
        if ($name -eq '' -and $null -ne $entry) { $name = Read-Text $entry 'FriendlyName' }
        New-Object -TypeName PSObject -Property @{
            Thumbprint = [string]$x509.Thumbprint
            Subject = [string]$x509.Subject
            FriendlyName = $name
            KeyIsHere = Read-KeyPresence $found $entry
            ServesOthers = Test-ServesOthers $found ([string]$x509.Subject)
            Fit = [bool]($x509.NotBefore -le (Get-Date) -and $x509.NotAfter -gt (Get-Date) -and (Test-KeySize $x509))
            NotAfter = $x509.NotAfter.ToUniversalTime()
            Identifier = $(if ($null -ne $identifier) { [string]$identifier.SubjectKeyIdentifier } else { '' })
            RawData = $bytes
        }
    }
}

# Exchange signs as the service principal Exchange Online; a key added for it is of no use to another

$serviceName = Read-Text (Get-AuthConfig) 'ServiceName'
if ($serviceName -ne '' -and $serviceName -ne '00000002-0000-0ff1-ce00-000000000000') {
    throw ('Exchange signs as another service principal: the ServiceName of Get-AuthConfig is ' + $serviceName + '. Nothing was changed.')
}

# Which auth server is ours. Nothing is changed before everything is decided.

function Read-Realm($address) {
    $uri = $null
    if (-not [System.Uri]::TryCreate([string]$address, [System.UriKind]::Absolute, [ref]$uri)) { return '' }
    if ($uri.Query -match '[?&]realm=([^&]+)') { return [System.Uri]::UnescapeDataString($Matches[1]) }
    if ($uri.AbsolutePath -match '^/([^/]+)/metadata/json/1/?$') { return $Matches[1] }
    return ''
}

# 'own', 'foreign' or 'unknown': what Exchange learned from the metadata counts before the address.
function Get-Belonging($server) {
    $names = @($tenantDomain)
    if ($tenantId -ne '') { $names += $tenantId }
    $learned = Read-Text $server 'Realm'
    $addressed = Read-Realm (Read-Text $server 'AuthMetadataUrl')
    if ($learned -ne '' -and $names -contains $learned) { return 'own' }
    if ($learned -ne '' -and $tenantId -ne '') { return 'foreign' }
    if ($names -contains $addressed) { return 'own' }
    return 'unknown'
}

$issuing = @(Get-AuthServer | Where-Object { (Read-Text $_ 'Type') -eq 'MicrosoftACS' })
$own = @($issuing | Where-Object { (Get-Belonging $_) -eq 'own' })
$unknown = @($issuing | Where-Object { (Get-Belonging $_) -eq 'unknown' })
if ($own.Count -eq 0 -and $unknown.Count -gt 0) {
    $unknown | Format-List -Property Name, AuthMetadataUrl, Realm
    throw 'Whether one of these auth servers stands for your tenant is not known. Write your tenant ID into $tenantId and run this script again.'
}

function Show-Certificates($certificates) {
    $certificates | Sort-Object -Property NotAfter | Format-List -Property Thumbprint, FriendlyName, Subject, NotAfter
}

# Check whether the cert returned from Get-AuthConfig is valid and keysize must be >= 2048

$current = [string](Get-AuthConfig).CurrentCertificateThumbprint
$certificates = @(Get-Certificates)
$c = @($certificates | Where-Object { $_.Fit -and $_.KeyIsHere -ne $false -and $_.Thumbprint -eq $current })
if ($current -ne '' -and -not $replaceMissing -and @($certificates | Where-Object { $_.Thumbprint -eq $current }).Count -eq 0) {
    throw ('The current certificate ' + $current + ' is not on this server. Run this script on a server that has it. ' +
        'Only if no server has it, write $true after $replaceMissing and run it again.')
}
if ($c.Count -eq 1 -and $null -eq $c[0].KeyIsHere) {
    Write-Warning ('Whether this server holds the private key of the current certificate is not known. Nothing is replaced. ' +
        'To see it: Get-ChildItem Cert:\LocalMachine\My\' + $current + ' | Format-List HasPrivateKey')
}
if ($chosenThumbprint -ne '') {
    $c = @($certificates | Where-Object { $_.Fit -and $_.KeyIsHere -ne $false -and $_.Thumbprint -eq $chosenThumbprint })
    if ($c.Count -eq 0) { throw ('The chosen certificate ' + $chosenThumbprint + ' cannot sign: it is expired, too small, or without its key.') }
}
if ($c.Count -eq 0) {
    $c = @($certificates | Where-Object { $_.Fit -and $_.KeyIsHere -ne $false -and $_.ServesOthers -ne $true -and
            ($_.FriendlyName -match 'OAuth' -or $_.Subject -eq 'CN=Microsoft Exchange Server Auth Certificate') })
    if (@($c | Where-Object { $null -eq $_.KeyIsHere -or $null -eq $_.ServesOthers }).Count -gt 0) {
        Show-Certificates $c
        throw ('Whether a certificate above holds its key here, or what it serves, is not known. See it with ' +
            'Get-ChildItem Cert:\LocalMachine\My | Format-List Thumbprint, HasPrivateKey and Get-ExchangeCertificate | ' +
            'Format-List Thumbprint, Services. Then write the thumbprint of a good one into $chosenThumbprint and run this script again.')
    }
}
if ($c.Count -gt 1) {
    Show-Certificates $c
    throw 'Several certificates can sign. Write the thumbprint of one of them into $chosenThumbprint and run this script again.'
}

function Set-OAuthServer {
    if ($own.Count -eq 0) {
        $taken = @(Get-AuthServer | ForEach-Object { [string]$_.Name })
        if ($taken -contains $authServer) { $authServer = ('ACS - ' + $tenantDomain) }
        Write-Host 'Creating AuthServer Config...'
        $null = New-AuthServer -Name $authServer -AuthMetadataUrl $metadataUrl -Confirm:$false
    }
    elseif (@($own | Where-Object { (Read-Text $_ 'Enabled') -ne 'False' }).Count -eq 0) {
        Write-Warning ('AuthServer config ' + [string]$own[0].Name + ' already exists but is disabled. Enabling...')
        $null = Set-AuthServer -Identity ([string]$own[0].Name) -Enabled $true -Confirm:$false
    }
    else {
        Write-Host 'AuthServer Config already exists.'
    }
}

function Set-OAuthCertificate {
    if ($c.Count -eq 0) {
        Write-Host 'Creating certificate for oAuth...'
        $ski = [System.Guid]::NewGuid().ToString('N')
        $friendlyName = 'Exchange S2S OAuth'
        $domainName = [string]$env:USERDNSDOMAIN
        if ($domainName -eq '') { $domainName = $tenantDomain }
        $null = New-ExchangeCertificate -FriendlyName $friendlyName -DomainName $domainName -Services Federation -KeySize 2048 -PrivateKeyExportable $true -SubjectKeyIdentifier $ski -Confirm:$false
        $c = @(Get-Certificates | Where-Object { $_.Identifier -eq $ski })
        if ($c.Count -ne 1) { throw 'The new certificate is not in the store. Look there before this script is run again.' }
    }
    # Without -Force the cmdlet asks, whatever -Confirm says; what it would ask about was looked at above.
    if ($c[0].Thumbprint -ne $current) {
        $null = Set-AuthConfig -CertificateThumbprint $c[0].Thumbprint -Force -Confirm:$false
    }
    Write-Host 'Configured Certificate Thumbprint is:'(Get-AuthConfig).CurrentCertificateThumbprint
    return $c[0]
}

# Exchange may refuse the auth server, so it comes first; but not while an ended certificate keeps everybody out.
$ended = @($certificates | Where-Object { $_.Thumbprint -eq $current -and $_.NotAfter -le (Get-Date).ToUniversalTime() }).Count -gt 0
if (-not $ended) { Set-OAuthServer }
$signing = Set-OAuthCertificate
if ($ended) { Set-OAuthServer }

# Export the certificate

Write-Host 'Exporting certificate...'
$folder = Join-Path -Path ([string]$env:SYSTEMDRIVE + [System.IO.Path]::DirectorySeparatorChar) -ChildPath 'OAuthConfig'
if ((Test-Path -Path $folder) -eq $false) {
    $null = New-Item -Path $folder -ItemType Directory
}
$CertFile = Join-Path -Path $folder -ChildPath 'OAuthCert.cer'
[System.IO.File]::WriteAllBytes($CertFile, [byte[]]$signing.RawData)

Write-Host 'Complete.'
