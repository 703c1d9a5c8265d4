# RUN: makes the calls of one bundle of Hybridge on this server and writes one file with the answers, to be brought back.
# Run it in Windows PowerShell on the server, as an administrator of the server who has the roles that Hybridge needs.
# Before anything runs it compares every file with the list bundle.json: a file that is missing or another one stops it.
# That finds damage, not forgery: whoever can change the files can change this one. So compare the SHA-256 of the archive,
# or that of the list, which is printed below, with what the page of the console shows.
param([string]$Server = '', [switch]$ReadOnly)
# include part/Invoke-HybridgeScript.ps1

$folder = [string]$PSScriptRoot

function Get-Sha256([byte[]]$bytes) {
    $hash = [System.Security.Cryptography.SHA256]::Create().ComputeHash($bytes)
    return [string]([System.BitConverter]::ToString($hash).Replace('-', '').ToLowerInvariant())
}

function Get-Bytes([string]$name) {
    $path = Join-Path -Path $folder -ChildPath $name
    if (-not (Test-Path -LiteralPath $path -PathType Leaf)) { throw ('The file ' + $name + ' is missing. Nothing was run.') }
    return , [System.IO.File]::ReadAllBytes($path)
}

function Get-Text([byte[]]$bytes) {
    return [string]([System.Text.Encoding]::UTF8.GetString($bytes).TrimStart([char]0xFEFF))
}

function Get-ShortName([string]$name) {
    $short = $name.Split('.')[0]
    if ($short.Length -gt 15) { $short = $short.Substring(0, 15) }
    return [string]$short
}

$listed = Get-Bytes 'bundle.json'
$list = ConvertFrom-Json -InputObject (Get-Text $listed)
$texts = @{}
foreach ($file in @($list.files)) {
    $name = [string]$file.name
    if ($name -cnotmatch '\A[A-Za-z-]{1,60}(/[A-Za-z0-9-]{1,60})?\.(ps1|json)\z') { throw 'The list names a file that no bundle has. Nothing was run.' }
    $bytes = Get-Bytes $name
    if ((Get-Sha256 $bytes) -cne [string]$file.sha256) {
        throw ('The file ' + $name + ' is not the one that the list names. Nothing was run.')
    }
    # What was compared is what runs: the file is not read again.
    $texts[$name] = Get-Text $bytes
}
foreach ($name in @('Run.ps1', 'values.json', 'opening/local.ps1') + @(@($list.calls) | ForEach-Object { 'scripts/' + [string]$_.script + '.ps1' })) {
    if (-not $texts.ContainsKey($name)) { throw ('The list does not name ' + $name + '. Nothing was run.') }
}

if ($Server -eq '') { $Server = [string]$env:COMPUTERNAME }
$calls = @(@($list.calls) | Where-Object { (Get-ShortName ([string]$_.server)) -eq (Get-ShortName $Server) })
if ($calls.Count -eq 0) {
    $servers = @(@($list.calls) | ForEach-Object { [string]$_.server } | Select-Object -Unique)
    throw ('This server is ' + $Server + '. The bundle is for ' + ($servers -join ', ') + '. Nothing was run.')
}
$changing = @($calls | Where-Object { [bool]$_.changes })
Write-Host ('Bundle ' + [string]$list.bundle + ' for ' + [string]$list.organizationName + ', on ' + $Server)
Write-Host ('SHA-256 of its list: ' + (Get-Sha256 $listed))
Write-Host 'Every file is the one that the list names. Who made the list this script cannot tell: compare its SHA-256 with the console.'
foreach ($call in $calls) {
    if ([bool]$call.changes) { Write-Host ('  changes: ' + [string]$call.script) } else { Write-Host ('  reads:   ' + [string]$call.script) }
}
if ($ReadOnly) {
    Write-Host 'Nothing was run: -ReadOnly only compares and lists.'
    return
}
$until = (New-Object -TypeName System.DateTime -ArgumentList 1970, 1, 1, 0, 0, 0, ([System.DateTimeKind]::Utc)).AddSeconds([double]$list.validUntilSeconds)
if ($changing.Count -gt 0 -and [System.DateTime]::UtcNow -gt $until) {
    throw 'The bundle is too old to change anything. Discard it in the console and begin again. Nothing was run.'
}

$answerFile = Join-Path -Path $folder -ChildPath ('Answer-' + [string]$list.bundle + '-' + (Get-ShortName $Server) + '.txt')
if (Test-Path -LiteralPath $answerFile) {
    throw ('It was run here already: ' + $answerFile + ' is there. A second time it runs nothing.')
}
[System.IO.File]::WriteAllText($answerFile, "#<hybridge-begun>#`r`n", [System.Text.Encoding]::ASCII)

# Read through the pipeline, as Windows PowerShell hands a list of JSON on as one object.
$values = @(ConvertFrom-Json -InputObject $texts['values.json'] | ForEach-Object { $_ })
$opening = [scriptblock]::Create($texts['opening/local.ps1'])
$answers = New-Object -TypeName System.Collections.ArrayList
foreach ($call in $calls) {
    $own = $values[[int]$call.number - 1]
    $body = [scriptblock]::Create($texts['scripts/' + [string]$call.script + '.ps1'])
    $printed = [string](Invoke-HybridgeScript ([string]$call.script) $opening $body $own.arguments $own.session)
    $null = $answers.Add([ordered]@{ number = [int]$call.number; output = $printed })
}

$answer = [ordered]@{
    contract = 1
    bundle = [long]$list.bundle
    organization = [long]$list.organization
    run = [long]$list.run
    plan = $list.plan
    nonce = [string]$list.nonce
    list = Get-Sha256 $listed
    answers = [object[]]@($answers)
}
$json = ConvertTo-Json -InputObject $answer -Depth 4 -Compress
$payload = [System.Convert]::ToBase64String([System.Text.Encoding]::UTF8.GetBytes($json))
$sum = Get-Sha256 ([System.Text.Encoding]::ASCII.GetBytes($payload))
[System.IO.File]::WriteAllText($answerFile, '#<hybridge-answer>#' + $payload + '#' + $sum + "#</hybridge-answer>#`r`n",
    [System.Text.Encoding]::ASCII)
Write-Host 'Written:' $answerFile
Write-Host 'Bring this file to Hybridge: the page of the bundle.'
