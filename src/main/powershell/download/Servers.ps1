# SERVERS: every server of the organization, its build, and whether it is new enough for push notifications.
# Run it in the Exchange Management Shell. It changes nothing. The first line holds the only values, as base64 JSON.
Set-StrictMode -Version 2
$ErrorActionPreference = 'Stop'
$values = ConvertFrom-Json -InputObject ([System.Text.Encoding]::UTF8.GetString([System.Convert]::FromBase64String($hybridgeValues)))
$gate = [version][string]$values.gate

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

$outdated = 0
foreach ($server in @(Get-ExchangeServer | Sort-Object -Property Name)) {
    $build = Read-ExactBuild ([string]$server.Fqdn)
    if ($null -eq $build) { $build = Read-Build $server.AdminDisplayVersion }
    $name = ''
    $verdict = 'Unknown: the version cannot be read'
    if ($null -ne $build) {
        $known = @($values.builds) | Where-Object { [string]$_.build -eq [string]$build } | Select-Object -First 1
        if ($null -ne $known) { $name = [string]$known.update + ' (' + [string]$known.released + ')' }
        if ($build -lt $gate) { $verdict = 'Too old'; $outdated++ }
        else { $verdict = 'Meets' }
    }
    Write-Host ('{0,-16} {1,-24} {2,-16} {3,-28} {4}' -f [string]$server.Name, [string]$server.ServerRole, [string]$build, $name, $verdict)
}
Write-Host ('Needed: ' + [string]$gate + ' or later (Exchange 2013 CU3). Names of updates as of ' + [string]$values.capturedOn + '.')
if ($outdated -gt 0) { Write-Warning ([string]$outdated + ' server(s) need a cumulative update before push notifications can be enabled.') }
Write-Host 'Complete.'
