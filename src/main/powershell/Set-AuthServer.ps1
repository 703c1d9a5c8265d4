# Creates the auth server, or gives it another metadata address. Equal already: changes nothing.
param($arguments)

$name = [string]$arguments.name
$metadataUrl = [string]$arguments.metadataUrl
$action = 'equal'
$found = @(Get-AuthServer -ErrorAction Stop) | Where-Object { [string]$_.Name -eq $name } | Select-Object -First 1
if ($null -eq $found) {
    $action = 'created'
    $global:hybridgeBegan = $true
    $null = New-AuthServer -Name $name -AuthMetadataUrl $metadataUrl -Confirm:$false -ErrorAction Stop
}
elseif ([string]$found.AuthMetadataUrl -cne $metadataUrl) {
    $action = 'updated'
    $global:hybridgeBegan = $true
    $null = Set-AuthServer -Identity $name -AuthMetadataUrl $metadataUrl -Confirm:$false -ErrorAction Stop
}
$found = @(Get-AuthServer -ErrorAction Stop) | Where-Object { [string]$_.Name -eq $name } | Select-Object -First 1
[ordered]@{
    name = [string]$found.Name
    metadataUrl = [string]$found.AuthMetadataUrl
    action = $action
}
