# Removes the auth server if it still has the address that we gave it, and is the object that was seen.
param($arguments)

# include part/Read-Text.ps1

$name = [string]$arguments.name
$action = 'absent'
$found = @(Get-AuthServer -ErrorAction Stop) | Where-Object { [string]$_.Name -eq $name } | Select-Object -First 1
if ($null -ne $found -and [string]$found.AuthMetadataUrl -cne [string]$arguments.metadataUrl) {
    $action = 'kept'
}
elseif ($null -ne $found -and [string]$arguments.guid -ne '' -and (Read-Text $found 'Guid') -ne [string]$arguments.guid) {
    $action = 'kept'
}
elseif ($null -ne $found) {
    $action = 'removed'
    $global:hybridgeBegan = $true
    $null = Remove-AuthServer -Identity $name -Confirm:$false -ErrorAction Stop
}
[ordered]@{
    name = $name
    action = $action
}
