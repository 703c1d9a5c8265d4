# Makes a certificate the current one of the auth configuration. Equal already: changes nothing.
param($arguments)

$thumbprint = [string]$arguments.thumbprint
$action = 'equal'
$configuration = Get-AuthConfig -ErrorAction Stop
if ([string]$configuration.CurrentCertificateThumbprint -ne $thumbprint) {
    $action = 'updated'
    $global:hybridgeBegan = $true
    $null = Set-AuthConfig -CertificateThumbprint $thumbprint -Confirm:$false -ErrorAction Stop
    $configuration = $null
    try { $configuration = Get-AuthConfig -ErrorAction Stop }
    catch { Write-Warning ('The auth configuration could not be read back: ' + [string]$_.Exception.Message) }
}
$current = $null
$previous = $null
if ($null -ne $configuration) {
    $current = [string]$configuration.CurrentCertificateThumbprint
    $previous = [string]$configuration.PreviousCertificateThumbprint
}
[ordered]@{
    action = $action
    current = $current
    previous = $previous
}
