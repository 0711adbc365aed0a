using KediriLapor.Accounts;
using KediriLapor.Agencies;
using KediriLapor.CallCentre.Callers;
using KediriLapor.CallCentre.Model;
using KediriLapor.Reports.Model;
using KediriLapor.ServiceCatalog;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KediriLapor.CallCentre;

internal sealed class CallTable : IEntityTypeConfiguration<Call>
{
    public void Configure(EntityTypeBuilder<Call> table)
    {
        table.ToTable("calls", rows => rows.HasCheckConstraint("ck_calls_number_whole", "(phone_sealed IS NULL) = (phone_index IS NULL)"));
        table.Property(c => c.Id).ValueGeneratedNever();
        table.Property(c => c.OperatorName).HasMaxLength(Account.MaxFullNameLength);
        table.Property(c => c.PhoneTail).HasMaxLength(Call.TailDigits);
        table.Property(c => c.KelurahanCode).HasMaxLength(20);
        table.Property(c => c.Place).HasMaxLength(Call.PlaceMax);
        table.Property(c => c.Note).HasMaxLength(Call.NoteMax);
        table.Property(c => c.Version).IsConcurrencyToken();
        table.HasMany(c => c.History).WithOne().HasForeignKey(change => change.CallId).OnDelete(DeleteBehavior.Restrict);
        table.Navigation(c => c.History).UsePropertyAccessMode(PropertyAccessMode.Field);
        table.HasOne<Account>().WithMany().HasForeignKey(c => c.OperatorId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Report>().WithMany().HasForeignKey(c => c.ReportId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<EmergencyDispatch>().WithMany().HasForeignKey(c => c.DispatchId).OnDelete(DeleteBehavior.Restrict);
        // the list, newest first; the counts of some days read the same index and never the rows
        table.HasIndex(c => new { c.At, c.Id }).IncludeProperties(c => c.Kind);
        table.HasIndex(c => new { c.Kind, c.At, c.Id });
        table.HasIndex(c => new { c.PhoneIndex, c.At }).HasFilter("phone_index IS NOT NULL");
        // few calls become anything; one report comes from one call
        table.HasIndex(c => c.ReportId).IsUnique().HasFilter("report_id IS NOT NULL");
        table.HasIndex(c => c.DispatchId).HasFilter("dispatch_id IS NOT NULL");
    }
}

internal sealed class CallChangeTable : IEntityTypeConfiguration<CallChange>
{
    public void Configure(EntityTypeBuilder<CallChange> table)
    {
        // the name comes after that of the calls, and so do its rows in a batch: who was overtaken meets the version first, not this key
        table.ToTable("calls_history");
        table.HasKey(c => new { c.CallId, c.Version });
        table.Property(c => c.Version).ValueGeneratedNever();
        table.Property(c => c.ActorName).HasMaxLength(Account.MaxFullNameLength);
        table.Property(c => c.Reason).HasMaxLength(Call.ReasonMax);
    }
}

internal sealed class CallerMarkTable : IEntityTypeConfiguration<CallerMark>
{
    public void Configure(EntityTypeBuilder<CallerMark> table)
    {
        table.ToTable("caller_marks");
        table.Property(m => m.Id).ValueGeneratedNever();
        table.Property(m => m.PhoneTail).HasMaxLength(Call.TailDigits);
        table.Property(m => m.Note).HasMaxLength(CallerMark.NoteMax);
        table.Property(m => m.SetByName).HasMaxLength(Account.MaxFullNameLength);
        table.Property(m => m.ReviewedByName).HasMaxLength(Account.MaxFullNameLength);
        table.Property(m => m.ReviewNote).HasMaxLength(CallerMark.NoteMax);
        table.Property(m => m.Version).IsConcurrencyToken();
        table.HasOne<Account>().WithMany().HasForeignKey(m => m.SetById).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(m => m.PhoneIndex);
        table.HasIndex(m => new { m.Review, m.Id });
    }
}

internal sealed class CallerReadingTable : IEntityTypeConfiguration<CallerReading>
{
    public void Configure(EntityTypeBuilder<CallerReading> table)
    {
        table.ToTable("caller_readings");
        table.Property(r => r.Id).ValueGeneratedNever();
        table.Property(r => r.PhoneTail).HasMaxLength(Call.TailDigits);
        table.Property(r => r.ReaderName).HasMaxLength(Account.MaxFullNameLength);
        table.Property(r => r.Reason).HasMaxLength(CallerReading.ReasonMax);
        table.HasOne<Account>().WithMany().HasForeignKey(r => r.AccountId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(r => new { r.AccountId, r.Id });
    }
}

internal sealed class DispatchTable : IEntityTypeConfiguration<EmergencyDispatch>
{
    public void Configure(EntityTypeBuilder<EmergencyDispatch> table)
    {
        table.ToTable("dispatches");
        table.Property(d => d.Id).ValueGeneratedNever();
        table.Property(d => d.ServiceCode).HasMaxLength(20);
        table.Property(d => d.Note).HasMaxLength(EmergencyDispatch.NoteMax);
        table.Property(d => d.Version).IsConcurrencyToken();
        table.Ignore(d => d.Unattended);
        table.ComplexProperty(d => d.Place, place =>
        {
            place.Property(p => p.Lat).HasColumnName("lat");
            place.Property(p => p.Lng).HasColumnName("lng");
            place.Property(p => p.KelurahanCode).HasColumnName("kelurahan_code").HasMaxLength(20);
            place.Property(p => p.BorderMetres).HasColumnName("border_metres");
            place.Property(p => p.Address).HasColumnName("address").HasMaxLength(Report.AddressMax);
        });
        table.HasMany(d => d.Units).WithOne().HasForeignKey(unit => unit.DispatchId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(d => d.History).WithOne().HasForeignKey(happened => happened.DispatchId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(d => d.HandOvers).WithOne().HasForeignKey(record => record.DispatchId).OnDelete(DeleteBehavior.Restrict);
        table.Navigation(d => d.Units).UsePropertyAccessMode(PropertyAccessMode.Field);
        table.Navigation(d => d.History).UsePropertyAccessMode(PropertyAccessMode.Field);
        table.Navigation(d => d.HandOvers).UsePropertyAccessMode(PropertyAccessMode.Field);
        table.HasOne<Service>().WithMany().HasForeignKey(d => d.ServiceCode).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Report>().WithMany().HasForeignKey(d => d.ReportId).OnDelete(DeleteBehavior.Restrict);
        // version 7 ids sort by time
        table.HasIndex(d => new { d.State, d.Id });
        table.HasIndex(d => d.ReportId).HasFilter("report_id IS NOT NULL");
    }
}

internal sealed class DispatchUnitTable : IEntityTypeConfiguration<DispatchUnit>
{
    public void Configure(EntityTypeBuilder<DispatchUnit> table)
    {
        table.ToTable("dispatch_units");
        table.HasKey(u => new { u.DispatchId, u.AgencyCode });
        table.Property(u => u.AgencyCode).HasMaxLength(20);
        table.HasOne<Agency>().WithMany().HasForeignKey(u => u.AgencyCode).OnDelete(DeleteBehavior.Restrict);
        // what one unit was sent to, newest first
        table.HasIndex(u => new { u.AgencyCode, u.DispatchId });
    }
}

internal sealed class DispatchEventTable : IEntityTypeConfiguration<DispatchEvent>
{
    public void Configure(EntityTypeBuilder<DispatchEvent> table)
    {
        table.ToTable("dispatch_events");
        table.HasKey(e => new { e.DispatchId, e.Version });
        table.Property(e => e.Version).ValueGeneratedNever();
        table.Property(e => e.AgencyCode).HasMaxLength(20);
        table.Property(e => e.Note).HasMaxLength(EmergencyDispatch.NoteMax);
        table.Property(e => e.ActorName).HasMaxLength(Account.MaxFullNameLength);
    }
}

internal sealed class DispatchHandOverTable : IEntityTypeConfiguration<DispatchHandOver>
{
    public void Configure(EntityTypeBuilder<DispatchHandOver> table)
    {
        table.ToTable("dispatch_hand_overs");
        table.HasKey(h => new { h.DispatchId, h.Version });
        table.Property(h => h.Version).ValueGeneratedNever();
        table.Property(h => h.AgencyCode).HasMaxLength(20);
        table.Property(h => h.ToAgencyCode).HasMaxLength(20);
        table.Property(h => h.ToName).HasMaxLength(EmergencyDispatch.NameMax);
        table.Property(h => h.Found).HasMaxLength(EmergencyDispatch.FoundMax);
        table.Property(h => h.ByName).HasMaxLength(Account.MaxFullNameLength);
    }
}
