# Makes a certificate the current one of the auth configuration. Equal already: changes nothing.
param($arguments)

$thumbprint = [string]$arguments.thumbprint
$action = 'equal'
$configuration = Get-AuthConfig -ErrorAction Stop
if ([string]$configuration.CurrentCertificateThumbprint -ne $thumbprint) {
    $action = 'updated'
    $global:hybridgeBegan = $true
    $null = Set-AuthConfig -CertificateThumbprint $thumbprint -Confirm:$false -ErrorAction Stop
    $configuration = Get-AuthConfig -ErrorAction Stop
}
[ordered]@{
    action = $action
    current = [string]$configuration.CurrentCertificateThumbprint
    previous = [string]$configuration.PreviousCertificateThumbprint
}
