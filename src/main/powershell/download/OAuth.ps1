# OAUTH, part 1: give the built-in token issuer of Exchange a certificate and name the auth server of Microsoft 365.
# Run it in the Exchange Management Shell on a Mailbox server. It can be run again: what is good already is left alone.
# It follows the article's first script. Mended: a good current certificate is reused whatever its name; expired ones
# and those without their key are no candidates; several candidates are a choice, never the first one; a new certificate
# is found again by its own identifier; the export is by thumbprint; addresses of metadata are compared by meaning.
# The first line holds the only values, as base64 JSON.
Set-StrictMode -Version 2
$ErrorActionPreference = 'Stop'
$values = ConvertFrom-Json -InputObject ([System.Text.Encoding]::UTF8.GetString([System.Convert]::FromBase64String($hybridgeValues)))
$tenantDomain = [string]$values.tenantDomain
$authServerName = [string]$values.authServer
$metadataUrl = [string]$values.metadataUrl

# A certificate that you chose among several. Write its thumbprint here if the script asks for it.
$chosenThumbprint = [string]$values.thumbprint

# include part/Read-Text.ps1

# An RSA key of 2048 bits is encoded in 268 bytes at least; its size itself is named differently in each version of .NET.
function Test-KeySize($x509) {
    return [bool]($x509.PublicKey.Oid.Value -eq '1.2.840.113549.1.1.1' -and $x509.PublicKey.EncodedKeyValue.RawData.Length -ge 268)
}

function Get-Certificates {
    foreach ($found in @(Get-ExchangeCertificate)) {
        $bytes = [byte[]]$found.PSObject.Properties['RawData'].Value
        $x509 = New-Object -TypeName System.Security.Cryptography.X509Certificates.X509Certificate2 -ArgumentList (, $bytes)
        $identifier = $x509.Extensions['2.5.29.14']
        New-Object -TypeName PSObject -Property @{
            Thumbprint = [string]$x509.Thumbprint
            Subject = [string]$x509.Subject
            FriendlyName = Read-Text $found 'FriendlyName'
            KeyIsHere = [bool]((Read-Text $found 'HasPrivateKey') -ne 'False')
            Fit = [bool]($x509.NotBefore -le (Get-Date) -and $x509.NotAfter -gt (Get-Date) -and (Test-KeySize $x509))
            NotAfter = $x509.NotAfter.ToUniversalTime()
            Identifier = $(if ($null -ne $identifier) { [string]$identifier.SubjectKeyIdentifier } else { '' })
            RawData = $bytes
        }
    }
}

# Check whether the cert returned from Get-AuthConfig is valid and keysize must be >= 2048

$current = [string](Get-AuthConfig).CurrentCertificateThumbprint
$certificates = @(Get-Certificates)
$c = @($certificates | Where-Object { $_.Fit -and $_.KeyIsHere -and $_.Thumbprint -eq $current })
if ($chosenThumbprint -ne '') {
    $c = @($certificates | Where-Object { $_.Fit -and $_.KeyIsHere -and $_.Thumbprint -eq $chosenThumbprint })
    if ($c.Count -eq 0) { throw ('The chosen certificate ' + $chosenThumbprint + ' is not fit: it is expired, too small, or without its key.') }
}
if ($c.Count -eq 0) {
    $c = @($certificates | Where-Object { $_.Fit -and $_.KeyIsHere -and
            ($_.FriendlyName -match 'OAuth' -or $_.Subject -eq 'CN=Microsoft Exchange Server Auth Certificate') })
}
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
elseif ($c.Count -gt 1) {
    $c | Sort-Object -Property NotAfter | Format-List -Property Thumbprint, FriendlyName, Subject, NotAfter
    throw 'Several certificates are fit. Write the thumbprint of one of them into $chosenThumbprint and run this script again.'
}

if ($c[0].Thumbprint -ne $current) {
    Set-AuthConfig -CertificateThumbprint $c[0].Thumbprint -Confirm:$false
}
Write-Host 'Configured Certificate Thumbprint is:'(Get-AuthConfig).CurrentCertificateThumbprint

# Export the certificate

Write-Host 'Exporting certificate...'
$folder = Join-Path -Path ([string]$env:SYSTEMDRIVE + [System.IO.Path]::DirectorySeparatorChar) -ChildPath 'OAuthConfig'
if ((Test-Path -Path $folder) -eq $false) {
    $null = New-Item -Path $folder -ItemType Directory
}
$CertFile = Join-Path -Path $folder -ChildPath 'OAuthCert.cer'
[System.IO.File]::WriteAllBytes($CertFile, [byte[]]$c[0].RawData)

# Set AuthServer

function Read-Realm($address) {
    $uri = New-Object -TypeName System.Uri -ArgumentList ([string]$address)
    if ($uri.Query -match '[?&]realm=([^&]+)') { return $uri.Host + '/' + [System.Uri]::UnescapeDataString($Matches[1]) }
    return $uri.Host + '/' + $uri.Segments[[Math]::Min(1, $uri.Segments.Length - 1)].TrimEnd('/')
}

$authServer = @(Get-AuthServer | Where-Object { [string]$_.Name -eq $authServerName })
if ($authServer.Count -eq 0) {
    Write-Host 'Creating AuthServer Config...'
    $null = New-AuthServer -Name $authServerName -AuthMetadataUrl $metadataUrl -Confirm:$false
}
elseif ([string]$authServer[0].AuthMetadataUrl -eq '' -or (Read-Realm $authServer[0].AuthMetadataUrl) -ne (Read-Realm $metadataUrl)) {
    Write-Warning "AuthServer config already exists but the AuthMetdataUrl doesn't match the appropriate value. Updating..."
    $null = Set-AuthServer -Identity $authServerName -AuthMetadataUrl $metadataUrl -Confirm:$false
}
else {
    Write-Host 'AuthServer Config already exists.'
}
Write-Host 'Complete.'
