# Restarts the service host of this server, so that it takes up a new auth certificate.
param($arguments)

$global:hybridgeBegan = $true
Restart-Service -Name 'MSExchangeServiceHost' -ErrorAction Stop -WarningAction SilentlyContinue
$service = Get-CimInstance -ClassName Win32_Service -Filter "Name='MSExchangeServiceHost'" -ErrorAction Stop
$started = (Get-Process -Id ([int]$service.ProcessId) -ErrorAction Stop).StartTime
@{ startedAt = $started.ToUniversalTime().ToString('o', [System.Globalization.CultureInfo]::InvariantCulture) }
