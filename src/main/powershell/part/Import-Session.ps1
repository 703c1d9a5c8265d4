# A command that this account may not use is not imported; calling it then fails by its name, before any effect.
$hybridgeModule = $null
$hybridgeTrouble = $null
try {
    $hybridgeModule = Import-PSSession -Session $hybridgeSession -DisableNameChecking -AllowClobber `
        -ErrorAction SilentlyContinue -WarningAction SilentlyContinue -CommandName @(
            'Get-ExchangeServer', 'Get-AuthConfig', 'Set-AuthConfig', 'Get-AuthServer', 'New-AuthServer', 'Set-AuthServer',
            'Remove-AuthServer', 'Get-PartnerApplication', 'Get-ExchangeCertificate', 'New-ExchangeCertificate',
            'Export-ExchangeCertificate', 'Import-ExchangeCertificate', 'Get-TransportService',
            'Enable-PushNotificationProxy', 'Disable-PushNotificationProxy', 'Get-MonitoringItemIdentity',
            'Invoke-MonitoringProbe')
}
catch { $hybridgeTrouble = $_ }
if ($null -eq $hybridgeModule) {
    # The commands come as a script that PowerShell writes for itself; a policy on scripts goes before -ExecutionPolicy.
    $hybridgePolicy = [string](Get-ExecutionPolicy)
    if (@('AllSigned', 'Restricted') -contains $hybridgePolicy) {
        throw (New-Object -TypeName System.Management.Automation.ErrorRecord -ArgumentList `
            (New-Object -TypeName System.InvalidOperationException -ArgumentList ('A policy allows only signed scripts: ' + $hybridgePolicy)),
            'Hybridge.ScriptsForbidden', ([System.Management.Automation.ErrorCategory]::SecurityError), $null)
    }
    if ($null -ne $hybridgeTrouble) { throw $hybridgeTrouble }
}
