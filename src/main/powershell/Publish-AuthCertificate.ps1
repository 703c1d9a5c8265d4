# Makes the staged certificate the current one at once. Current already: changes nothing.
param($arguments)

# include part/Read-AuthConfig.ps1

$thumbprint = [string]$arguments.thumbprint
$action = 'equal'
$configuration = Get-AuthConfig -ErrorAction Stop
if ([string]$configuration.CurrentCertificateThumbprint -ne $thumbprint) {
    if ([string]$configuration.NextCertificateThumbprint -ne $thumbprint) { throw 'Another certificate is staged.' }
    $action = 'published'
    $global:hybridgeBegan = $true
    $null = Set-AuthConfig -PublishCertificate -Force -Confirm:$false -ErrorAction Stop
}
$shown = Read-AuthConfig
$shown.action = $action
$shown
