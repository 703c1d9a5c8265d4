# A call that was held up on its way is not carried out after its console gave it up.
if ($null -ne $arguments -and $null -ne $arguments.PSObject.Properties['latestStart'] -and
    (Get-Date).ToUniversalTime().Ticks -gt [long]$arguments.latestStart) {
    throw (New-Object -TypeName System.Management.Automation.ErrorRecord -ArgumentList `
        (New-Object -TypeName System.InvalidOperationException -ArgumentList 'The call came too late.'),
        'Hybridge.TooLate', ([System.Management.Automation.ErrorCategory]::OperationTimeout), $null)
}
