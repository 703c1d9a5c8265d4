# Tells whether a server has the push probe, so that nothing is restarted for one that is not there.
param($arguments)

# include part/Read-Text.ps1

$probe = 'PushNotificationsEnterpriseConnectivityProbe'
try {
    $found = @(Get-MonitoringItemIdentity -Identity 'PushNotifications.Proxy' -Server ([string]$arguments.server) -ErrorAction Stop |
        Where-Object { $null -ne $_ -and ((Read-Text $_ 'Name') -eq $probe -or (Read-Text $_ 'Identity') -match $probe) })
    @{ known = [bool]($found.Count -gt 0) }
}
catch {
    # Whoever may not ask learns it from the probe itself.
    Write-Warning ('The probes could not be listed: ' + [string]$_.Exception.Message)
    @{ known = $null }
}
