# Tells since when a service of Exchange runs on this server. Changes nothing.
param($arguments)

$filters = @{
    MSExchangeHM = "Name='MSExchangeHM'"
    MSExchangeServiceHost = "Name='MSExchangeServiceHost'"
}
$filter = $filters[[string]$arguments.service]
if ($null -eq $filter) { throw 'Only services of Exchange are asked.' }
$started = $null
$status = 'Missing'
$service = Get-CimInstance -ClassName Win32_Service -Filter $filter -ErrorAction Stop
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
