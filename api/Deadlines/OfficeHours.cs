namespace KediriLapor.Deadlines;

/// <summary>When offices are open on working days, in WIB.</summary>
/// <param name="ValidFrom">First day these hours hold.</param>
/// <param name="ValidUntil">Last day they hold, or null: until further notice.</param>
public sealed record OfficeHours(DateOnly ValidFrom, DateOnly? ValidUntil, TimeOnly Opens, TimeOnly Closes)
{
    /// <summary>Held where nothing else is set.</summary>
    public static readonly OfficeHours Usual = new(DateOnly.MinValue, null, new(7, 30), new(16, 0));

    public bool HoldOn(DateOnly day) => ValidFrom <= day && (ValidUntil is not { } last || day <= last);
}
