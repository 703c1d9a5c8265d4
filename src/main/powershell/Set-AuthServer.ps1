# Creates the auth server, or gives it another metadata address. Equal already: changes nothing.
param($arguments)

# include part/Read-Text.ps1

# include part/Read-Time.ps1

function Find-AuthServer($name) {
    return @(Get-AuthServer -ErrorAction Stop) | Where-Object { [string]$_.Name -eq $name } | Select-Object -First 1
}

# Exchange may keep only one auth server of an issuer and realm, and in which words it says so is not published.
# So the others that issue tokens are named beside its own words.
function Get-Refusal($refusal, $name) {
    try {
        $others = @(@(Get-AuthServer -ErrorAction Stop) | Where-Object { (Read-Text $_ 'Type') -eq 'MicrosoftACS' } |
            ForEach-Object { [string]$_.Name })
    }
    catch { return $refusal }
    if ($others.Count -eq 0 -or $others -contains $name) { return $refusal }
    $record = New-Object -TypeName System.Management.Automation.ErrorRecord -ArgumentList $refusal.Exception,
        ([string]$refusal.FullyQualifiedErrorId + ',Hybridge.AuthServerRefused'), $refusal.CategoryInfo.Category, ($others -join ', ')
    $record.CategoryInfo.Reason = [string]$refusal.CategoryInfo.Reason
    return $record
}

$name = [string]$arguments.name
$metadataUrl = [string]$arguments.metadataUrl
$action = 'equal'
$made = $null
$found = Find-AuthServer $name
if ($null -eq $found) {
    $action = 'created'
    $global:hybridgeBegan = $true
    try { $made = New-AuthServer -Name $name -AuthMetadataUrl $metadataUrl -Confirm:$false -ErrorAction Stop | Select-Object -First 1 }
    catch { throw (Get-Refusal $_ $name) }
}
elseif ([string]$found.AuthMetadataUrl -cne $metadataUrl) {
    $action = 'updated'
    $global:hybridgeBegan = $true
    $null = Set-AuthServer -Identity $name -AuthMetadataUrl $metadataUrl -Confirm:$false -ErrorAction Stop
}
# Another domain controller may not show it yet.
$found = Find-AuthServer $name
$shown = $null
if ($null -ne $found) { $shown = [string]$found.AuthMetadataUrl }
if ($null -eq $made) { $made = $found }
$guid = $null
$created = $null
if ($null -ne $made) {
    $guid = Read-Text $made 'Guid'
    $created = Read-Time $made 'WhenCreatedUTC'
}
[ordered]@{
    name = $name
    metadataUrl = $shown
    action = $action
    guid = $guid
    created = $created
}
