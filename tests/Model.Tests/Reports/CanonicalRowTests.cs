using KediriLapor.Accounts;
using KediriLapor.Reports.Model;

namespace KediriLapor.Model.Tests.Reports;

/// <summary>
/// The hashes were computed outside the program, by the description in docs/decisions/0011. Others check receipts by them:
/// when one of these tests fails, a new version of the form is needed, not a new number here.
/// </summary>
public sealed class CanonicalRowTests
{
    private static readonly byte[] Salt = [.. Enumerable.Range(0, 16).Select(i => (byte)i)];

    private static readonly Guid Report = new("019ab3c4-1d2e-7f30-8a41-5b6c7d8e9f00");

    private static readonly TrackingCode Code = TrackingCode.FromStored("7F3K9QX2M4D");

    private static readonly CanonicalRow Row = new(
        CanonicalRow.Origin(Report, Code), Report, 3, ReportEventType.StatusChanged, new DateTimeOffset(2026, 11, 24, 9, 0, 0, 123, 456, TimeSpan.FromHours(7)),
        ActorKind.Staff, ReportStatus.InProgress, "DPUPR", "JLN-RUSAK", Seal.Of("Sudah kami tambal.", Salt), Seal.Of(null, Salt), [.. Enumerable.Repeat((byte)7, 32)]);

    private static readonly CanonicalRow[] Others =
    [
        Row with { PreviousHash = Row.NoteDigest },
        Row with { ReportId = Guid.Empty },
        Row with { Sequence = 4 },
        Row with { Type = ReportEventType.Routed },
        Row with { At = Row.At.AddMicroseconds(1) },
        Row with { Actor = ActorKind.System },
        Row with { Status = ReportStatus.Planned },
        Row with { AgencyCode = null },
        Row with { AgencyCode = "" },
        Row with { AgencyCode = "DPUPRJ", ServiceCode = "LN-RUSAK" },
        Row with { ServiceCode = "JLN-GALIAN" },
        Row with { NoteDigest = Row.InternalNoteDigest, InternalNoteDigest = Row.NoteDigest },
        Row with { InternalNoteDigest = Row.StaffDigest },
        Row with { StaffDigest = Row.NoteDigest },
    ];

    [Test]
    public void The_canonical_form_never_changes() => Assert.Multiple(() =>
    {
        Assert.That(Hex(CanonicalRow.Origin(Report, Code)), Is.EqualTo("c7c51630e15cca6f172523a958624f03115ec8bc2ad72aa849cf2e2e637b2863"));
        Assert.That(Hex(Row.NoteDigest), Is.EqualTo("5b3a179f7ed9cd5ea92e1e47f1ebd0ef0281d9aba041337eed1342b83f4348f7"));
        Assert.That(Hex(Row.InternalNoteDigest), Is.EqualTo("7d560caf6c3a2599308c2df79a6240212c1dddb5c291167dad60e38b06df3025"));
        Assert.That(Row.Form().Bytes.Length, Is.EqualTo(271));
        Assert.That(Hex(Row.Hash()), Is.EqualTo("dac4730d5731cb5f9293908e6c88809f68098dbd89a12be986a0e52e46771f54"));
    });

    [Test]
    public void Any_other_field_is_another_hash()
    {
        Assert.That(Others, Is.All.Not.EqualTo(Row));
        Assert.That(Others.Append(Row).Select(row => Hex(row.Hash())), Is.Unique);
        Assert.That(
            typeof(CanonicalRow).GetProperties().Where(field => Others.All(other => Equals(field.GetValue(other), field.GetValue(Row)))).Select(field => field.Name),
            Is.Empty, "fields that no case changes");
    }

    [Test]
    public void An_instant_is_the_same_whatever_its_offset() => Assert.That((Row with { At = Row.At.ToUniversalTime() }).Hash(), Is.EqualTo(Row.Hash()));

    [Test]
    public void A_forgotten_note_leaves_its_digest_standing_and_another_note_does_not() => Assert.Multiple(() =>
    {
        Assert.That(Seal.Holds("Sudah kami tambal.", Salt, Row.NoteDigest), Is.True);
        Assert.That(Seal.Holds(null, null, Row.NoteDigest), Is.True);
        Assert.That(Seal.Holds("Sudah kami tambal", Salt, Row.NoteDigest), Is.False);
        Assert.That(Seal.Holds(null, Salt, Row.NoteDigest), Is.False);
        Assert.That(Seal.Holds("Lain", null, Row.NoteDigest), Is.False);
    });

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
