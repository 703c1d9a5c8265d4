# Opens Exchange's own endpoint on this server as the person who runs the script; the ticket of the sign-in is used.
if ([string]$session.server -cnotmatch '\A[A-Za-z0-9][A-Za-z0-9.-]{0,252}\z') { throw 'The name of the server is not a host name.' }
$hybridgeSession = New-PSSession -ConfigurationName 'Microsoft.Exchange' `
    -ConnectionUri ('http://' + [string]$session.server + '/PowerShell/') -Authentication Kerberos -ErrorAction Stop
# include part/Import-Session.ps1
# include part/Test-InTime.ps1
