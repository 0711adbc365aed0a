using KediriLapor.Persistence;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Notifications;

/// <summary>What a reporter does not want to hear, and what proved not to reach them. Absent: everything is welcome.</summary>
public sealed class ReporterWishes
{
    public Guid ReportId { get; init; }

    public bool NoEmail { get; set; }
}

/// <summary>An address that its own server refused for good. Nothing is sent there again until it is corrected.</summary>
public sealed class Bounce
{
    /// <summary>SHA-256 of the contact as it lies sealed, or of an account's address: a corrected one has another.</summary>
    public byte[] AddressSeal { get; init; } = [];

    public DateTimeOffset At { get; init; }
}

internal static class Bounces
{
    /// <summary>At once and in one statement: two relays may meet the same address, and neither must lose its batch by it.</summary>
    /// <returns>Zero when it is known.</returns>
    public static Task<int> Bounced(this AppDb db, byte[] addressSeal, DateTimeOffset at, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"INSERT INTO bounces (address_seal, at) VALUES ({addressSeal}, {at}) ON CONFLICT DO NOTHING", ct);
}
