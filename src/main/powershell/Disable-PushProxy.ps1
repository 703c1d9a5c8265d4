# Disables the push proxy and gives the record if the cmdlet shows one, which no document says.
# When the directory's object was changed before and after tells whether this call wrote anything.
param($arguments)

# include part/Read-Text.ps1

# include part/Read-Fields.ps1

# include part/Read-PushProxyEntry.ps1

$before = Read-PushProxyEntry
$global:hybridgeBegan = $true
$record = @(Disable-PushNotificationProxy -Confirm:$false -ErrorAction Stop) |
    Where-Object { $null -ne $_ -and $null -ne $_.PSObject.Properties['Enabled'] } | Select-Object -First 1
[ordered]@{ fields = [object[]]@(Read-Fields $record); directoryBefore = $before; directoryAfter = Read-PushProxyEntry }
