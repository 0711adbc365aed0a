namespace KediriLapor.Reports;

/// <summary>
/// A reporter's name and contact, apart from the report and encrypted. Reading it is an act of its own with its own
/// permission and trace; no list or detail of a report touches this table.
/// </summary>
public sealed class ReporterContact
{
    public Guid ReportId { get; init; }

    /// <summary>Encrypted JSON of name, phone (E.164) and e-mail (<see cref="ContactVault"/>).</summary>
    public byte[] Sealed { get; set; } = [];

    /// <summary>What the phone is found by (<see cref="ContactIndex"/>); null without one, and of an anonymous reporter.</summary>
    public byte[]? PhoneIndex { get; set; }

    /// <summary>The same of the e-mail address.</summary>
    public byte[]? EmailIndex { get; set; }
}
