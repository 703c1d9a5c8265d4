# Restarts the service host of this server, so that it takes up a new auth certificate.
param($arguments)

$global:hybridgeBegan = $true
Restart-Service -Name 'MSExchangeServiceHost' -ErrorAction Stop -WarningAction SilentlyContinue
$started = $null
try {
    $service = Get-CimInstance -ClassName Win32_Service -Filter "Name='MSExchangeServiceHost'" -ErrorAction Stop
    $started = (Get-Process -Id ([int]$service.ProcessId) -ErrorAction Stop).StartTime.ToUniversalTime().ToString(
        'o', [System.Globalization.CultureInfo]::InvariantCulture)
}
catch { Write-Warning ('The start of the service could not be read back: ' + [string]$_.Exception.Message) }
@{ startedAt = $started }
