# Removes the auth server if it still has the address that we gave it, and is not known to be another object.
param($arguments)

# include part/Read-Text.ps1

# Without a GUID on either side, or with one of zeros only, nobody knows; then the address alone decides.
function Test-Another($one, $other) {
    $none = @('', '00000000-0000-0000-0000-000000000000')
    return [bool]($none -notcontains $one -and $none -notcontains $other -and $one -ne $other)
}

$name = [string]$arguments.name
$action = 'absent'
$found = @(Get-AuthServer -ErrorAction Stop) | Where-Object { [string]$_.Name -eq $name } | Select-Object -First 1
if ($null -ne $found -and [string]$found.AuthMetadataUrl -cne [string]$arguments.metadataUrl) {
    $action = 'kept'
}
elseif ($null -ne $found -and (Test-Another (Read-Text $found 'Guid') ([string]$arguments.guid))) {
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
