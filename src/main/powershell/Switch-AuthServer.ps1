# Enables or disables an auth server that still has the address that was seen. So already: changes nothing.
param($arguments)

# include part/Read-Text.ps1

# include part/Read-Time.ps1

$name = [string]$arguments.name
$wanted = [bool]$arguments.enabled
$action = 'absent'
$found = @(Get-AuthServer -ErrorAction Stop) | Where-Object { [string]$_.Name -eq $name } | Select-Object -First 1
if ($null -ne $found -and [string]$found.AuthMetadataUrl -cne [string]$arguments.metadataUrl) {
    $action = 'kept'
}
elseif ($null -ne $found -and ((Read-Text $found 'Enabled') -eq 'True') -eq $wanted) {
    $action = 'equal'
}
elseif ($null -ne $found) {
    $action = 'updated'
    $global:hybridgeBegan = $true
    $null = Set-AuthServer -Identity $name -Enabled $wanted -Confirm:$false -ErrorAction Stop
}
$guid = $null
$created = $null
if ($null -ne $found) {
    $guid = Read-Text $found 'Guid'
    $created = Read-Time $found 'WhenCreatedUTC'
}
[ordered]@{
    name = $name
    action = $action
    guid = $guid
    created = $created
}
