# Runs the push probe on a server and gives its three lines. The probe sends one test message of its own.
param($arguments)

# include part/Read-Text.ps1

$invariant = [System.Globalization.CultureInfo]::InvariantCulture
$started = (Get-Date).ToUniversalTime().ToString('o', $invariant)
$result = @(Invoke-MonitoringProbe -Identity 'PushNotifications.Proxy\PushNotificationsEnterpriseConnectivityProbe' `
        -Server ([string]$arguments.server) -ErrorAction Stop) |
    Where-Object { $null -ne $_ -and $null -ne $_.PSObject.Properties['ResultType'] } | Select-Object -First 1
if ($null -eq $result) {
    throw (New-Object -TypeName System.Management.Automation.ErrorRecord -ArgumentList `
        (New-Object -TypeName System.InvalidOperationException -ArgumentList 'The probe gave no result.'),
        'Hybridge.NoProbeResult', ([System.Management.Automation.ErrorCategory]::ObjectNotFound), [string]$arguments.server)
}
[ordered]@{
    resultType = Read-Text $result 'ResultType'
    error = Read-Text $result 'Error'
    exception = Read-Text $result 'Exception'
    startedAt = $started
    endedAt = (Get-Date).ToUniversalTime().ToString('o', $invariant)
}
