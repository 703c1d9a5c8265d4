# Restarts the health manager of this server, so that what it remembers of the time without push is gone.
param($arguments)

$global:hybridgeBegan = $true
Restart-Service -Name 'MSExchangeHM' -ErrorAction Stop -WarningAction SilentlyContinue
$service = Get-CimInstance -ClassName Win32_Service -Filter "Name='MSExchangeHM'" -ErrorAction Stop
$started = (Get-Process -Id ([int]$service.ProcessId) -ErrorAction Stop).StartTime
@{ startedAt = $started.ToUniversalTime().ToString('o', [System.Globalization.CultureInfo]::InvariantCulture) }
