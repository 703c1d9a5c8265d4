# Opens Exchange's own endpoint on this server with the credential that came over standard input.
# A sign-in over WinRM cannot be handed on; a credential given here can, and Exchange's access rules apply.
if ([string]$session.server -cnotmatch '\A[A-Za-z0-9][A-Za-z0-9.-]{0,252}\z') { throw 'The name of the server is not a host name.' }
$hybridgeSession = New-PSSession -ConfigurationName 'Microsoft.Exchange' `
    -ConnectionUri ('http://' + [string]$session.server + '/PowerShell/') -Authentication Kerberos `
    -Credential (New-Object -TypeName System.Management.Automation.PSCredential -ArgumentList ([string]$session.user),
        (ConvertTo-SecureString -String ([string]$session.password) -AsPlainText -Force)) -ErrorAction Stop
# include part/Import-Session.ps1
# include part/Test-InTime.ps1
