# SERVERS: every server of the organization, its build, and whether it is new enough for push notifications.
# Run it in the Exchange Management Shell. It changes nothing. The parameters hold the only values.
Set-StrictMode -Version 2
$ErrorActionPreference = 'Stop'
$gate = [version]$gate

function Read-Build($text) {
    if ([string]$text -match '\AVersion (\d+)\.(\d+) \(Build (\d+)\.(\d+)\)\z' -or [string]$text -match '\A(\d+)\.(\d+)\.(\d+)\.(\d+)\z') {
        return New-Object -TypeName System.Version -ArgumentList ([int]$Matches[1]), ([int]$Matches[2]), ([int]$Matches[3]), ([int]$Matches[4])
    }
}

# The displayed version stops at the cumulative update; the set-up program's file version tells the security update.
function Read-ExactBuild($server) {
    try {
        $text = Invoke-Command -ComputerName $server -ErrorAction Stop -ScriptBlock {
            (Get-Command -Name 'ExSetup.exe' -CommandType Application | Select-Object -First 1).FileVersionInfo.FileVersion
        }
        return Read-Build $text
    }
    catch { Write-Warning ('The exact build of ' + $server + ' could not be read: ' + [string]$_.Exception.Message) }
}

$table = @(foreach ($product in $builds.PSObject.Properties) {
    foreach ($line in @($product.Value)) {
        $parts = [string]$line -split ' ', 3
        @{ build = [version]$parts[0]; released = $parts[1]; name = [string]$product.Name + ' ' + $parts[2] }
    }
})

function Find-Update($build) {
    return $table | Where-Object { $_.build -eq $build } | Select-Object -First 1
}

function Get-Line($build) {
    return [string]$build.Major + '.' + [string]$build.Minor + '.' + [string]$build.Build
}

# Update, date, and where the table has it not: the cumulative update that it stands on.
function Get-UpdateName($build) {
    $known = Find-Update $build
    if ($null -ne $known) { return $known.name + ' (' + $known.released + ')' }
    $relatives = @($table | Where-Object { (Get-Line $_.build) -eq (Get-Line $build) })
    if ($relatives.Count -eq 0) { return 'not in the table' }
    if ($relatives[-1].build -lt $build) { return $relatives[0].name + ', newer than the table' }
    return $relatives[0].name + ', update not in the table'
}

# The displayed version says nothing of updates on the same cumulative update.
function Get-Newer($build, $exact) {
    $property = $newer.PSObject.Properties[(Get-Line $build)]
    if ($null -eq $property -or [version][string]$property.Value -le $build) { return '' }
    $target = [version][string]$property.Value
    if ($null -eq $exact -and (Get-Line $target) -eq (Get-Line $build)) { return '' }
    $known = Find-Update $target
    return '; newer: ' + $known.name + ' (' + $known.released + ')'
}

# What needs a newer build than push notifications do.
function Get-Needs($build, $exact) {
    $property = $minimum.PSObject.Properties[(Get-Line $build)]
    if ($null -eq $property) { return '' }
    $names = 'the dedicated hybrid application', 'Microsoft Graph in place of EWS'
    $needs = @()
    for ($index = 0; $index -lt 2; $index++) {
        $needed = [string]@($property.Value)[$index]
        if ($needed -eq '-') { $needs += $names[$index] + ' needs a newer version of Exchange' }
        elseif ($needed -ne '' -and [version]$needed -gt $build) {
            $unknown = $null -eq $exact -and (Get-Line ([version]$needed)) -eq (Get-Line $build)
            if (-not $unknown) { $needs += $names[$index] + ' needs ' + $needed }
        }
    }
    if ($needs.Count -eq 0) { return '' }
    return '; ' + ($needs -join ', ')
}

# Edge servers and what is older than Exchange 2013 without mailboxes are left out of the gate.
function Get-Verdict($server, $build, $exact) {
    $roles = [string]$server.ServerRole
    if ($roles -eq 'Edge') { return 'Left out: an Edge server holds no mailboxes' }
    if ($null -eq $build) { return 'Unknown: the version cannot be read' }
    if ($build.Major -lt 15) {
        if ($roles -ne '' -and $roles -notmatch 'Mailbox') { return 'Left out: older than Exchange 2013, without mailboxes' }
        return 'Blocks: older than Exchange 2013; move its mailboxes and retire it'
    }
    if ($build -lt $gate) { return 'Too old' }
    $shown = ''
    if ($null -eq $exact) { $shown = ' (by the displayed version, which stops at the cumulative update)' }
    return 'As required' + $shown + (Get-Newer $build $exact) + (Get-Needs $build $exact)
}

$outdated = 0
foreach ($server in @(Get-ExchangeServer | Sort-Object -Property Name)) {
    $exact = $null
    $build = Read-Build $server.AdminDisplayVersion
    if ([string]$server.ServerRole -ne 'Edge' -and ($null -eq $build -or $build.Major -ge 15)) { $exact = Read-ExactBuild ([string]$server.Fqdn) }
    if ($null -ne $exact) { $build = $exact }
    $name = ''
    if ($null -ne $build) { $name = Get-UpdateName $build }
    $verdict = Get-Verdict $server $build $exact
    if ($verdict -match '\A(Too old|Blocks)') { $outdated++ }
    Write-Host ('{0,-16} {1,-24} {2,-16} {3,-40} {4}' -f [string]$server.Name, [string]$server.ServerRole, [string]$build, $name, $verdict)
}
Write-Host ('Needed: ' + [string]$gate + ' or later (Exchange 2013 CU3). Table of builds as of ' + [string]$knownUpTo + '; newer updates may exist.')
if ($outdated -gt 0) { Write-Warning ([string]$outdated + ' server(s) must be updated or retired before push notifications can be enabled.') }
Write-Host 'Complete.'
