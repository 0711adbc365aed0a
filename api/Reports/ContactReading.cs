using KediriLapor.Accounts;

namespace KediriLapor.Reports;

/// <summary>
/// That somebody read a reporter's contact: who, when, of which report, and why (UU 27/2022, article 31). Rows are only ever added, and none
/// of them repeats what was read.
/// </summary>
public sealed class ContactReading
{
    public const int ReasonMin = 5;
    public const int ReasonMax = 500;

    /// <summary>The reason that a search by phone gives for itself.</summary>
    public const string SoughtByPhone = "Mencari laporan menurut nomor telepon pelapor.";

    private ContactReading()
    {
    }

    internal ContactReading(Guid reportId, Actor reader, string reason, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7(now);
        ReportId = reportId;
        At = now;
        AccountId = reader.AccountId ?? throw new ArgumentException("only people with an account read contacts", nameof(reader));
        ReaderName = reader.Name;
        AgencyCode = reader.AgencyCode;
        Reason = reason;
    }

    public Guid Id { get; private init; }

    public Guid ReportId { get; private init; }

    public DateTimeOffset At { get; private init; }

    public Guid AccountId { get; private init; }

    /// <summary>As the account had it then; told to the auditor, never to the reporter.</summary>
    public string ReaderName { get; private init; } = "";

    /// <summary>The reader's unit; null for people of the city as a whole.</summary>
    public string? AgencyCode { get; private init; }

    public string Reason { get; private init; } = "";
}
