# Enables the push proxy for the tenant's domain and gives the record the cmdlet shows.
param($arguments)

# include part/Read-Fields.ps1

$global:hybridgeBegan = $true
$record = @(Enable-PushNotificationProxy -Organization ([string]$arguments.organization) -Confirm:$false -ErrorAction Stop) |
    Where-Object { $null -ne $_ -and $null -ne $_.PSObject.Properties['Enabled'] } | Select-Object -First 1
@{ fields = [object[]]@(Read-Fields $record) }
