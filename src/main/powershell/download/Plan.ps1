# PLAN: the changes of one plan, in its order, each by the script with which the console would make it.
# Run it in the Exchange Management Shell on a Mailbox server. A failure ends it; what was made before stays made.
# Then check the step again in the console: it shows what came of it. The parameters hold the only values.
Set-StrictMode -Version 2
$ErrorActionPreference = 'Stop'

# include part/Test-Here.ps1

function Invoke-PlannedChange([int]$number, [string]$name, [scriptblock]$body) {
    $change = @($changes)[$number - 1]
    $arguments = $change.arguments
    # What is to be done on the server that answers for the organization is done here.
    if ($null -ne $arguments.PSObject.Properties['server'] -and [string]$arguments.server -eq '') {
        $arguments.server = [string]$env:COMPUTERNAME
    }
    Write-Host ('Change ' + $number + ': ' + $name)
    $server = [string]$change.server
    if ($server -eq '' -or (Test-Here $server)) {
        $answer = & $body $arguments
    }
    else {
        # A session on another server has Windows' commands and none of Exchange's; what needs those is made from here.
        $answer = Invoke-Command -ComputerName $server -ScriptBlock $body -ArgumentList $arguments
    }
    Write-Host (ConvertTo-Json -InputObject $answer -Depth 4)
}
