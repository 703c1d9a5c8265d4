# Restarts the health manager of this server, so that what it remembers of the time without push is gone.
param($arguments)

$global:hybridgeBegan = $true
Restart-Service -Name 'MSExchangeHM' -ErrorAction Stop -WarningAction SilentlyContinue
$started = $null
try {
    $service = Get-CimInstance -ClassName Win32_Service -Filter "Name='MSExchangeHM'" -ErrorAction Stop
    $started = (Get-Process -Id ([int]$service.ProcessId) -ErrorAction Stop).StartTime.ToUniversalTime().ToString(
        'o', [System.Globalization.CultureInfo]::InvariantCulture)
}
catch { Write-Warning ('The start of the service could not be read back: ' + [string]$_.Exception.Message) }
@{ startedAt = $started }
