# Recycles an application pool of this server: a new worker process takes the place of the old one.
param($arguments)

# include part/Read-Start.ps1

$pool = [string]$arguments.pool
if ('MSExchangeOWAAppPool', 'MSExchangeECPAppPool' -cnotcontains $pool) { throw 'Only pools of Exchange are recycled.' }
Import-Module -Name WebAdministration -ErrorAction Stop
$global:hybridgeBegan = $true
Restart-WebAppPool -Name $pool -ErrorAction Stop
$started = $null
try { $started = Read-Start $pool }
catch { Write-Warning ('The start of the worker process could not be read: ' + [string]$_.Exception.Message) }
@{ startedAt = $started }
