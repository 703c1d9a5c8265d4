# PUSH_PROXY: enable the push proxy and prove it on every Mailbox server.
# Run it in the Exchange Management Shell; it needs local administrator rights on the Mailbox servers.
# Corrected: the health manager (service MSExchangeHM) is restarted on the server that is probed, and every Mailbox server is probed.
# The parameters hold the only values.
Set-StrictMode -Version 2
$ErrorActionPreference = 'Stop'

# include part/Test-Here.ps1

Enable-PushNotificationProxy -Organization:$tenantDomain -Confirm:$false | Format-List -Property *

# Run the probe: a test notification that the mailbox server sends itself.

# Exchange 2010 and older has neither the proxy nor the probe.
$s = @(Get-ExchangeServer | Where-Object { [string]$_.ServerRole -match 'Mailbox' -and [string]$_.AdminDisplayVersion -notmatch '\AVersion (8|14)\.' })
if ($s.Count -ne 0) {
    # Restart the health manager to clear the cache from when push was previously disabled.
    foreach ($server in $s) {
        Write-Host 'Restarting the health manager (service MSExchangeHM) on' $server.Fqdn
        if (Test-Here $server.Name) {
            Restart-Service -Name MSExchangeHM
        }
        else {
            Invoke-Command -ComputerName ([string]$server.Fqdn) -ScriptBlock { Restart-Service -Name MSExchangeHM -ErrorAction Stop }
        }
    }

    # Give the health manager enough time to load.
    Start-Sleep -Seconds ([int]$waitSeconds)

    foreach ($server in $s) {
        Write-Host 'Probing' $server.Fqdn
        Invoke-MonitoringProbe PushNotifications.Proxy\PushNotificationsEnterpriseConnectivityProbe -Server:([string]$server.Fqdn) | Format-List -Property ResultType, Error, Exception
    }
}
else {
    Write-Error 'Cannot find a Mailbox server in the current site.'
}
