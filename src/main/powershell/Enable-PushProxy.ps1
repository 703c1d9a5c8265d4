# Enables the push proxy for the tenant's domain and gives the record the cmdlet shows.
# When the directory's object was changed before and after tells whether this call wrote anything.
param($arguments)

# include part/Read-Text.ps1

# include part/Read-Fields.ps1

# include part/Read-PushProxyEntry.ps1

$before = Read-PushProxyEntry
$global:hybridgeBegan = $true
$record = @(Enable-PushNotificationProxy -Organization ([string]$arguments.organization) -Confirm:$false -ErrorAction Stop) |
    Where-Object { $null -ne $_ -and $null -ne $_.PSObject.Properties['Enabled'] } | Select-Object -First 1
[ordered]@{ fields = [object[]]@(Read-Fields $record); directoryBefore = $before; directoryAfter = Read-PushProxyEntry }
