# Opens Exchange's own endpoint on this server as the person who runs the script; the ticket of the sign-in is used.
if ([string]$session.server -cnotmatch '\A[A-Za-z0-9][A-Za-z0-9.-]{0,252}\z') { throw 'The name of the server is not a host name.' }
$hybridgeSession = New-PSSession -ConfigurationName 'Microsoft.Exchange' `
    -ConnectionUri ('http://' + [string]$session.server + '/PowerShell/') -Authentication Kerberos -ErrorAction Stop
# A command that this account may not use is not imported; calling it then fails by its name, before any effect.
$null = Import-PSSession -Session $hybridgeSession -DisableNameChecking -AllowClobber `
    -ErrorAction SilentlyContinue -WarningAction SilentlyContinue -CommandName @(
        'Get-ExchangeServer', 'Get-AuthConfig', 'Set-AuthConfig', 'Get-AuthServer', 'New-AuthServer', 'Set-AuthServer',
        'Remove-AuthServer', 'Get-PartnerApplication', 'Get-ExchangeCertificate', 'New-ExchangeCertificate',
        'Enable-PushNotificationProxy', 'Disable-PushNotificationProxy', 'Invoke-MonitoringProbe')
