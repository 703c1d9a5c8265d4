# Tells since when the health manager of this server runs. Changes nothing.
param($arguments)

$started = $null
$status = 'Missing'
$service = Get-CimInstance -ClassName Win32_Service -Filter "Name='MSExchangeHM'" -ErrorAction Stop
if ($null -ne $service) {
    $status = [string]$service.State
    if ([int]$service.ProcessId -ne 0) {
        $started = (Get-Process -Id ([int]$service.ProcessId) -ErrorAction Stop).StartTime.ToUniversalTime().ToString(
            'o', [System.Globalization.CultureInfo]::InvariantCulture)
    }
}
[ordered]@{
    startedAt = $started
    status = $status
}
