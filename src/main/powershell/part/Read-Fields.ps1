function Format-Field($name, $value) {
    if ($null -eq $value) { return '' }
    if ($value -is [DateTime]) {
        if ($name -like '*UTC' -and $value.Kind -eq [DateTimeKind]::Unspecified) {
            $value = [DateTime]::SpecifyKind($value, [DateTimeKind]::Utc)
        }
        return $value.ToUniversalTime().ToString('o', [System.Globalization.CultureInfo]::InvariantCulture)
    }
    if ($value -is [System.Collections.IEnumerable] -and $value -isnot [string]) {
        return '{' + ((@($value) | ForEach-Object { [string]$_ }) -join ', ') + '}'
    }
    return [string]$value
}

function Read-Fields($record) {
    if ($null -eq $record) { return }
    foreach ($name in @('RunspaceId', 'DisplayName', 'Enabled', 'Organization', 'Uri', 'Identity', 'IsValid',
            'ExchangeVersion', 'Name', 'DistinguishedName', 'Guid', 'ObjectCategory', 'ObjectClass', 'WhenChanged',
            'WhenCreated', 'WhenChangedUTC', 'WhenCreatedUTC', 'OrganizationId', 'OriginatingServer', 'ObjectState')) {
        $property = $record.PSObject.Properties[$name]
        if ($null -ne $property) {
            [ordered]@{ name = [string]$name; value = [string](Format-Field $name $property.Value) }
        }
    }
}
