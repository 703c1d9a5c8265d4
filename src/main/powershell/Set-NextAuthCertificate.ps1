# Stages a certificate that signs from a moment on. Staged already: changes nothing.
param($arguments)

# include part/Read-AuthConfig.ps1

$thumbprint = [string]$arguments.thumbprint
$action = 'equal'
$configuration = Get-AuthConfig -ErrorAction Stop
if ([string]$configuration.NextCertificateThumbprint -ne $thumbprint) {
    $effective = [DateTime]::Parse([string]$arguments.effective, [System.Globalization.CultureInfo]::InvariantCulture,
        [System.Globalization.DateTimeStyles]::RoundtripKind).ToLocalTime()
    $action = 'staged'
    $global:hybridgeBegan = $true
    $null = Set-AuthConfig -NewCertificateThumbprint $thumbprint -NewCertificateEffectiveDate $effective -Force `
        -Confirm:$false -ErrorAction Stop
}
$shown = Read-AuthConfig
$shown.action = $action
$shown
