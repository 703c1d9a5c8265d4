# Tells since when a service or an application pool of Exchange runs on this server. Changes nothing.
param($arguments)

# include part/Read-Start.ps1

$names = 'MSExchangeHM', 'MSExchangeServiceHost', 'MSExchangeOWAAppPool', 'MSExchangeECPAppPool'
$name = [string]$arguments.service
if ($names -cnotcontains $name) { throw 'Only services of Exchange are asked.' }
@{ startedAt = Read-Start $name }
