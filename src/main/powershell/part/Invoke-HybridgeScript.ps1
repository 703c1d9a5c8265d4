Set-StrictMode -Version 2
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
function Invoke-HybridgeScript($Name, $Opening, $Body, $arguments, $session) {
    $global:hybridgeBegan = $false
    $hybridgeSession = $null
    $part = 'opening'
    $data = $null
    $failures = @()
    $warnings = New-Object -TypeName System.Collections.ArrayList
    try {
        . $Opening
        $part = 'body'
        & $Body $arguments 3>&1 | ForEach-Object {
            if ($_ -is [System.Management.Automation.WarningRecord]) { $null = $warnings.Add([string]$_.Message) }
            elseif ($_ -is [System.Collections.IDictionary]) { $data = $_ }
        }
        if ($null -eq $data) { throw 'The script gave no answer.' }
    }
    catch {
        $data = $null
        $failures = @([ordered]@{
            id = [string]$_.FullyQualifiedErrorId
            category = [string]$_.CategoryInfo.Category
            type = [string]$_.Exception.GetType().FullName
            reason = [string]$_.CategoryInfo.Reason
            part = $part
            message = [string]$_.Exception.Message
            target = [string]$_.TargetObject
        })
    }
    finally {
        if ($null -ne $hybridgeSession) { try { Remove-PSSession -Session $hybridgeSession } catch { } }
    }
    $result = [ordered]@{
        contract = 1
        script = [string]$Name
        ok = [bool]($failures.Count -eq 0)
        data = $data
        errors = [object[]]$failures
        warnings = [string[]]@($warnings)
        began = [bool]$global:hybridgeBegan
        server = [string]$env:COMPUTERNAME
        psVersion = [string]$PSVersionTable.PSVersion
        culture = [string](Get-Culture).Name
        at = (Get-Date).ToUniversalTime().ToString('o', [System.Globalization.CultureInfo]::InvariantCulture)
    }
    $json = ConvertTo-Json -InputObject $result -Depth 8 -Compress
    '#<hybridge>#' + [System.Convert]::ToBase64String([System.Text.Encoding]::UTF8.GetBytes($json)) + '#</hybridge>#'
}
function Read-HybridgeText($base64) {
    [System.Text.Encoding]::UTF8.GetString([System.Convert]::FromBase64String([string]$base64))
}
