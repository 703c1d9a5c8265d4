function Stop-Script($id, $message, $target) {
    throw (New-Object -TypeName System.Management.Automation.ErrorRecord -ArgumentList `
        (New-Object -TypeName System.InvalidOperationException -ArgumentList ([string]$message)),
        ([string]$id), ([System.Management.Automation.ErrorCategory]::ObjectNotFound), $target)
}
