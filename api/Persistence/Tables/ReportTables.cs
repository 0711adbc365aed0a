using KediriLapor.Accounts;
using KediriLapor.Agencies;
using KediriLapor.Reports;
using KediriLapor.Reports.Attachments;
using KediriLapor.Reports.Model;
using KediriLapor.Routing;
using KediriLapor.ServiceCatalog;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NpgsqlTypes;

namespace KediriLapor.Persistence.Tables;

internal sealed class ReportTable : IEntityTypeConfiguration<Report>
{
    /// <summary>The generated search column; no property of the model.</summary>
    public const string Search = "Search";

    public void Configure(EntityTypeBuilder<Report> table)
    {
        table.ToTable("reports");
        table.Property(r => r.Id).ValueGeneratedNever();
        table.Property(r => r.TrackingCode).HasConversion(code => code.Value, text => TrackingCode.FromStored(text)).HasMaxLength(11);
        table.Property(r => r.ServiceCode).HasMaxLength(20);
        table.Property(r => r.AgencyCode).HasMaxLength(20);
        table.Property(r => r.Description).HasMaxLength(Report.DescriptionMax);
        table.Property(r => r.Answers).IsJson();
        table.Property(r => r.DueAtOrNever).HasColumnName("due_at");
        table.Property(r => r.Version).IsConcurrencyToken();
        table.Ignore(r => r.DueAt).Ignore(r => r.PersonalDataUntil);
        table.ComplexProperty(r => r.Place, place =>
        {
            place.Property(p => p.Lat).HasColumnName("lat");
            place.Property(p => p.Lng).HasColumnName("lng");
            place.Property(p => p.KelurahanCode).HasColumnName("kelurahan_code").HasMaxLength(20);
            place.Property(p => p.BorderMetres).HasColumnName("border_metres");
            place.Property(p => p.Address).HasColumnName("address").HasMaxLength(Report.AddressMax);
        });
        // never written and never read back: it is only searched
        table.Property<NpgsqlTsVector>(Search)
            .HasComputedColumnSql("to_tsvector('indonesian', description || ' ' || coalesce(address, ''))", stored: true)
            .ValueGeneratedNever()
            .Metadata.SetBeforeSaveBehavior(PropertySaveBehavior.Ignore);

        table.HasMany(r => r.History).WithOne().HasForeignKey(e => e.ReportId).OnDelete(DeleteBehavior.Restrict);
        table.Navigation(r => r.History).UsePropertyAccessMode(PropertyAccessMode.Field);
        table.Navigation(r => r.Escalations).UsePropertyAccessMode(PropertyAccessMode.Field);
        table.HasOne<Service>().WithMany().HasForeignKey(r => r.ServiceCode).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Agency>().WithMany().HasForeignKey(r => r.AgencyCode).OnDelete(DeleteBehavior.Restrict);

        table.HasOne<Report>().WithMany().HasForeignKey(r => r.MergedInto).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Report>().WithMany().HasForeignKey(r => r.ParentId).OnDelete(DeleteBehavior.Restrict);
        table.ToTable(reports => reports.HasCheckConstraint("ck_reports_merged_into_another", "merged_into <> id"));
        // few reports are related to another
        table.HasIndex(r => r.MergedInto).HasFilter("merged_into IS NOT NULL");
        table.HasIndex(r => r.ParentId).HasFilter("parent_id IS NOT NULL");

        table.HasIndex(r => r.TrackingCode).IsUnique();
        // the queue: most urgent first, of one agency, of one status, or of all
        table.HasIndex(r => new { r.AgencyCode, r.DueAtOrNever, r.Id });
        table.HasIndex(r => new { r.Status, r.DueAtOrNever, r.Id });
        table.HasIndex(r => new { r.DueAtOrNever, r.Id });
        table.HasIndex(r => new { r.ServiceCode, r.DueAtOrNever, r.Id });
        // only what still waits for its anonymisation, however many years are behind
        table.HasIndex(r => r.StatusSince).HasFilter("status = 'Closed' AND anonymised_at IS NULL").HasDatabaseName("ix_reports_closed_with_person");
        // what the calendar's last edit has not reached yet; filtered by nothing that a queue asks for, or the planner would take it there
        table.HasIndex(r => r.CalendarVersion).HasFilter("calendar_version IS NOT NULL").HasDatabaseName("ix_reports_calendar");
        table.HasIndex(Search).HasMethod("gin");
    }
}

internal sealed class ReportEventTable : IEntityTypeConfiguration<ReportEvent>
{
    public void Configure(EntityTypeBuilder<ReportEvent> table)
    {
        table.ToTable("report_events");
        table.HasKey(e => new { e.ReportId, e.Sequence });
        table.Property(e => e.Sequence).ValueGeneratedNever();
        table.Property(e => e.ActorName).HasMaxLength(200);
        table.Property(e => e.AgencyCode).HasMaxLength(20);
        table.Property(e => e.ServiceCode).HasMaxLength(20);
        table.Property(e => e.CorrectedFrom).HasMaxLength(20);
        table.Property(e => e.PublicNote).HasMaxLength(Report.NoteMax);
        table.Property(e => e.InternalNote).HasMaxLength(Report.NoteMax);
        // rows come in the order of their time, so a few pages tell which ones a day has: closing a day reads its week and no more
        table.HasIndex(e => e.At).HasMethod("brin").HasStorageParameter("autosummarize", true).HasDatabaseName("ix_report_events_at");
        // an operator's own reports: those whose first event is theirs, a small part of all events
        table.HasIndex(e => new { e.ActorId, e.ReportId }).HasFilter("sequence = 1 AND actor_id IS NOT NULL").HasDatabaseName("ix_report_events_entered_by");
    }
}

internal sealed class RoutingRecordTable : IEntityTypeConfiguration<RoutingRecord>
{
    public void Configure(EntityTypeBuilder<RoutingRecord> table)
    {
        table.ToTable("routing_records");
        table.HasKey(r => new { r.ReportId, r.Sequence });
        table.Property(r => r.Sequence).ValueGeneratedNever();
        table.Property(r => r.AgencyCode).HasMaxLength(20);
        table.Property(r => r.Inputs).IsJson();
        table.Property(r => r.RunnerUp).IsJson();
        table.HasOne<Report>().WithMany().HasForeignKey(r => r.ReportId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RatingTable : IEntityTypeConfiguration<Rating>
{
    public void Configure(EntityTypeBuilder<Rating> table)
    {
        table.ToTable("report_ratings");
        table.HasKey(r => new { r.ReportId, r.Sequence });
        table.Property(r => r.Sequence).ValueGeneratedNever();
        table.PrimitiveCollection(r => r.Reasons).ElementType(reason => reason.HasConversion<string>().HasMaxLength(30));
        table.Property(r => r.Comment).HasMaxLength(Rating.CommentMax);
        table.HasOne<Report>().WithMany().HasForeignKey(r => r.ReportId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class HandOverTable : IEntityTypeConfiguration<HandOver>
{
    public void Configure(EntityTypeBuilder<HandOver> table)
    {
        table.ToTable("hand_overs");
        table.Property(h => h.Id).ValueGeneratedNever();
        table.HasIndex(h => new { h.ReportId, h.Sequence }).IsUnique();
        // what a client of the receiver lists
        table.HasIndex(h => new { h.AgencyCode, h.Id });
        table.Property(h => h.AgencyCode).HasMaxLength(20);
        table.Property(h => h.Name).HasMaxLength(HandOver.NameMax);
        table.Property(h => h.Contact).HasMaxLength(HandOver.ContactMax);
        table.Property(h => h.Reference).HasMaxLength(HandOver.ReferenceMax);
        table.Property(h => h.Note).HasMaxLength(HandOver.NoteMax);
        table.Property(h => h.ByName).HasMaxLength(Account.MaxFullNameLength);
        table.HasOne<Report>().WithMany().HasForeignKey(h => h.ReportId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Agency>().WithMany().HasForeignKey(h => h.AgencyCode).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Account>().WithMany().HasForeignKey(h => h.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class HandOverAnswerTable : IEntityTypeConfiguration<HandOverAnswer>
{
    public void Configure(EntityTypeBuilder<HandOverAnswer> table)
    {
        table.ToTable("hand_over_answers");
        // one answer, whoever gives it
        table.HasKey(a => a.HandOverId);
        table.Property(a => a.HandOverId).ValueGeneratedNever();
        table.Property(a => a.Number).HasMaxLength(HandOver.ReferenceMax);
        table.Property(a => a.By).HasMaxLength(HandOverAnswer.ByMax);
        table.Property(a => a.Contact).HasMaxLength(HandOverAnswer.ContactMax);
        table.Property(a => a.Reason).HasMaxLength(HandOverAnswer.ReasonMax);
        table.Ignore(a => a.Words);
        table.HasOne<HandOver>().WithOne().HasForeignKey<HandOverAnswer>(a => a.HandOverId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class EscalationTable : IEntityTypeConfiguration<Escalation>
{
    public void Configure(EntityTypeBuilder<Escalation> table)
    {
        table.ToTable("escalations");
        // a step is taken once, whoever takes it
        table.HasKey(e => new { e.ReportId, e.Since, e.DueAt, e.Step });
        table.Property(e => e.Step).ValueGeneratedNever();
        table.Property(e => e.AgencyCode).HasMaxLength(20);
        table.HasOne<Report>().WithMany(r => r.Escalations).HasForeignKey(e => e.ReportId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Agency>().WithMany().HasForeignKey(e => e.AgencyCode).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReporterContactTable : IEntityTypeConfiguration<ReporterContact>
{
    public void Configure(EntityTypeBuilder<ReporterContact> table)
    {
        table.ToTable("reporter_contacts");
        table.HasKey(c => c.ReportId);
        table.HasOne<Report>().WithOne().HasForeignKey<ReporterContact>(c => c.ReportId).OnDelete(DeleteBehavior.Restrict);
        // who left none, or is anonymous, is not in them
        table.HasIndex(c => c.PhoneIndex).HasFilter("phone_index IS NOT NULL");
        table.HasIndex(c => c.EmailIndex).HasFilter("email_index IS NOT NULL");
    }
}

internal sealed class KeptPhoneKeyTable : IEntityTypeConfiguration<KeptPhoneKey>
{
    public void Configure(EntityTypeBuilder<KeptPhoneKey> table)
    {
        table.ToTable("phone_index_keys");
        table.Property(k => k.Id).ValueGeneratedNever();
    }
}

internal sealed class AttachmentTable : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> table)
    {
        table.ToTable("attachments", rows => rows.HasCheckConstraint("ck_attachments_bytes", $"bytes BETWEEN 0 AND {Attachment.BytesMax}"));
        table.Property(a => a.Id).ValueGeneratedNever();
        table.Property(a => a.ContentType).HasMaxLength(100);
        // two reports naming one upload: the second finds it taken
        table.Property(a => a.ReportId).IsConcurrencyToken();
        // what nobody named yet is a small part, and the sweep looks for its oldest
        table.HasIndex(a => a.CreatedAt).HasFilter("report_id IS NULL AND work_id IS NULL").HasDatabaseName("ix_attachments_free");
        // removed, and the file still to go
        table.HasIndex(a => a.RemovedAt).HasFilter("removed_at IS NOT NULL AND bytes > 0").HasDatabaseName("ix_attachments_removed");
        table.HasOne<Report>().WithMany().HasForeignKey(a => a.ReportId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PublicReportTable : IEntityTypeConfiguration<PublicReport>
{
    public void Configure(EntityTypeBuilder<PublicReport> table)
    {
        table.ToTable("public_reports");
        table.Property(r => r.Id).ValueGeneratedNever();
        table.Property(r => r.ServiceCode).HasMaxLength(20);
        table.Property(r => r.KelurahanCode).HasMaxLength(20);
        table.Property(r => r.AgencyCode).HasMaxLength(20);
        table.HasIndex(r => new { r.ServiceCode, r.Id });
        table.HasIndex(r => new { r.Status, r.Id });
        table.Property(r => r.HandedOverTo).HasMaxLength(HandOver.NameMax);
        table.Property(r => r.HandedOverNumber).HasMaxLength(HandOver.ReferenceMax);
        table.HasIndex(r => new { r.Lat, r.Lng });
        // what changed since: other systems ask for it again and again
        table.HasIndex(r => new { r.UpdatedAt, r.Id });
        // near by and open: what a new report may be about too, however many years are behind
        table.HasIndex(["Lat", "Lng"], "ix_public_reports_open").HasFilter("status NOT IN ('Resolved', 'Closed') AND merged_into IS NULL").HasDatabaseName("ix_public_reports_open");
        table.HasIndex(r => r.MergedInto).HasFilter("merged_into IS NOT NULL");
    }
}
