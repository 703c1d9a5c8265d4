# Makes a certificate the current one of the auth configuration. Equal already: changes nothing.
# Without -Force the cmdlet asks a person, whatever -Confirm says; so what -Force leaves unasked is checked here first.
param($arguments)

# include part/Read-Text.ps1

# include part/Read-Certificate.ps1

# include part/Find-Certificate.ps1

# include part/Stop-Script.ps1

# include part/Read-AuthConfig.ps1

function Confirm-Signer($server, $thumbprint) {
    $store = Read-Store
    $found = $store[$thumbprint]
    if ($null -eq $found) { $found = Find-Certificate $server $thumbprint }
    if ($null -eq $found) { Stop-Script 'Hybridge.CertificateMissing' 'The certificate is not on this server.' $thumbprint }
    $bytes = Read-Bytes $found
    $certificate = New-Object -TypeName System.Security.Cryptography.X509Certificates.X509Certificate2 -ArgumentList (, $bytes)
    $now = Get-Date
    if ($certificate.NotBefore -gt $now -or $certificate.NotAfter -le $now) {
        Stop-Script 'Hybridge.CertificateNotValid' 'The certificate is not valid now.' $thumbprint
    }
    $key = Read-KeyPresence $found $store[$thumbprint]
    if ($null -eq $key) {
        Stop-Script 'Hybridge.CertificateKeyUnknown' 'Whether this server holds the private key of the certificate is not known.' $thumbprint
    }
    if (-not $key) {
        Stop-Script 'Hybridge.CertificateWithoutKey' 'This server does not hold the private key of the certificate.' $thumbprint
    }
}

$thumbprint = [string]$arguments.thumbprint
$action = 'equal'
$configuration = Get-AuthConfig -ErrorAction Stop
if ([string]$configuration.CurrentCertificateThumbprint -ne $thumbprint) {
    Confirm-Signer ([string]$arguments.server) $thumbprint
    $action = 'updated'
    $global:hybridgeBegan = $true
    $null = Set-AuthConfig -CertificateThumbprint $thumbprint -Force -Confirm:$false -ErrorAction Stop
}
$shown = Read-AuthConfig
$shown.action = $action
$shown
