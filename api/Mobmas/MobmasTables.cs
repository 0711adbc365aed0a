using KediriLapor.Accounts;
using KediriLapor.Agencies;
using KediriLapor.Mobmas.Model;
using KediriLapor.Reports.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KediriLapor.Mobmas;

internal sealed class CarTable : IEntityTypeConfiguration<Car>
{
    public void Configure(EntityTypeBuilder<Car> table)
    {
        table.ToTable("cars");
        table.Property(c => c.Id).ValueGeneratedNever();
        table.Property(c => c.Plate).HasMaxLength(Car.PlateMax);
        table.Property(c => c.Name).HasMaxLength(Car.NameMax);
        table.Property(c => c.AgencyCode).HasMaxLength(20);
        table.Property(c => c.StateReason).HasMaxLength(Car.ReasonMax);
        table.Property(c => c.Version).IsConcurrencyToken();
        table.Ignore(c => c.Facts).Ignore(c => c.Papers);
        table.HasMany(c => c.History).WithOne().HasForeignKey(e => e.CarId).OnDelete(DeleteBehavior.Restrict);
        table.Navigation(c => c.History).UsePropertyAccessMode(PropertyAccessMode.Field);
        table.HasOne<Agency>().WithMany().HasForeignKey(c => c.AgencyCode).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(c => c.Plate).IsUnique();
        table.HasIndex(c => c.FeedHash).IsUnique().HasFilter("feed_hash IS NOT NULL");
        table.ToTable(cars => cars.HasCheckConstraint("ck_cars_seats", "seats BETWEEN 1 AND 20 AND odometer >= 0"));
    }
}

internal sealed class CarEventTable : IEntityTypeConfiguration<CarEvent>
{
    public void Configure(EntityTypeBuilder<CarEvent> table)
    {
        table.ToTable("car_events");
        table.HasKey(e => new { e.CarId, e.Version });
        table.Property(e => e.Version).ValueGeneratedNever();
        table.Property(e => e.ActorName).HasMaxLength(200);
        table.Property(e => e.Reason).HasMaxLength(Car.ReasonMax);
        // of each paper's end one is warned once
        table.HasIndex(e => new { e.CarId, e.Paper, e.DueOn }).IsUnique().HasFilter("paper IS NOT NULL");
    }
}

internal sealed class CarRequestTable : IEntityTypeConfiguration<CarRequest>
{
    public void Configure(EntityTypeBuilder<CarRequest> table)
    {
        table.ToTable("car_requests");
        table.Property(r => r.Id).ValueGeneratedNever();
        table.Property(r => r.TrackingCode).HasConversion(code => code.Value, text => TrackingCode.FromStored(text)).HasMaxLength(11);
        table.Property(r => r.KelurahanCode).HasMaxLength(20);
        table.Property(r => r.AgencyCode).HasMaxLength(20);
        table.Property(r => r.Need).HasMaxLength(CarRequest.NeedMax);
        table.Property(r => r.PickUp).HasMaxLength(CarRequest.PlaceMax);
        table.Property(r => r.Destination).HasMaxLength(CarRequest.PlaceMax);
        table.Property(r => r.From).HasColumnName("starts_at");
        table.Property(r => r.Until).HasColumnName("ends_at");
        table.Property(r => r.TakenUntil).HasColumnName("taken_until");
        table.Property(r => r.Version).IsConcurrencyToken();
        table.Ignore(r => r.When);
        table.HasMany(r => r.History).WithOne().HasForeignKey(e => e.RequestId).OnDelete(DeleteBehavior.Restrict);
        table.Navigation(r => r.History).UsePropertyAccessMode(PropertyAccessMode.Field);
        table.HasOne(r => r.Trip).WithOne().HasForeignKey<CarTrip>(t => t.RequestId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Kelurahan>().WithMany().HasForeignKey(r => r.KelurahanCode).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Agency>().WithMany().HasForeignKey(r => r.AgencyCode).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Car>().WithMany().HasForeignKey(r => r.CarId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Report>().WithMany().HasForeignKey(r => r.ReportId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(r => r.News).WithOne().HasForeignKey(n => n.RequestId).OnDelete(DeleteBehavior.Restrict);
        table.Navigation(r => r.News).UsePropertyAccessMode(PropertyAccessMode.Field);
        table.ToTable(requests => requests.HasCheckConstraint("ck_car_requests_times", "ends_at > starts_at AND taken_until BETWEEN starts_at AND ends_at"));
        table.ToTable(requests => requests.HasCheckConstraint("ck_car_requests_car", "car_id IS NOT NULL OR status NOT IN ('Approved', 'UnderWay', 'Done')"));

        table.HasIndex(r => r.TrackingCode).IsUnique();
        // the inbox: soonest first, of one who decides, of one ward, or of all
        table.HasIndex(r => new { r.AgencyCode, r.From, r.Id });
        table.HasIndex(r => new { r.KelurahanCode, r.From, r.Id });
        table.HasIndex(r => new { r.From, r.Id });
        table.HasIndex(r => new { r.Status, r.From, r.Id });
        // a car's calendar: nothing lasts longer than a day, so a span of starts holds all that meet in it
        table.HasIndex(r => new { r.CarId, r.From });
        // those of one report; few serve any
        table.HasIndex(r => new { r.ReportId, r.From }).HasFilter("report_id IS NOT NULL");
        // what waits for its retention to be over
        table.HasIndex(r => r.EndedAt).HasFilter("ended_at IS NOT NULL AND forgotten_at IS NULL").HasDatabaseName("ix_car_requests_ended_with_person");
    }
}

internal sealed class CarRequestEventTable : IEntityTypeConfiguration<CarRequestEvent>
{
    public void Configure(EntityTypeBuilder<CarRequestEvent> table)
    {
        table.ToTable("car_request_events");
        table.HasKey(e => new { e.RequestId, e.Version });
        table.Property(e => e.Version).ValueGeneratedNever();
        table.Property(e => e.ActorName).HasMaxLength(200);
        table.Property(e => e.AgencyCode).HasMaxLength(20);
        table.Property(e => e.Note).HasMaxLength(CarRequest.NoteMax);
    }
}

internal sealed class CarNewsTable : IEntityTypeConfiguration<CarNews>
{
    public void Configure(EntityTypeBuilder<CarNews> table)
    {
        table.ToTable("car_news");
        table.HasKey(n => new { n.RequestId, n.Version });
        table.Property(n => n.Version).ValueGeneratedNever();
        table.HasOne<CarRequestEvent>().WithOne().HasForeignKey<CarNews>(n => new { n.RequestId, n.Version }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CarTripTable : IEntityTypeConfiguration<CarTrip>
{
    public void Configure(EntityTypeBuilder<CarTrip> table)
    {
        table.ToTable("car_trips");
        table.HasKey(t => t.RequestId);
        table.Property(t => t.RequestId).ValueGeneratedNever();
        table.Property(t => t.Driver).HasMaxLength(CarTrip.DriverMax);
        table.Property(t => t.Note).HasMaxLength(CarTrip.NoteMax);
        table.Property(t => t.FuelLitres).HasPrecision(6, 2);
        table.HasOne<Car>().WithMany().HasForeignKey(t => t.CarId).OnDelete(DeleteBehavior.Restrict);
        table.ToTable(trips => trips.HasCheckConstraint("ck_car_trips_forward", "odometer_in >= odometer_out AND in_at >= out_at"));
        table.HasIndex(t => new { t.CarId, t.OutAt });
        table.HasIndex(t => new { t.OutAt, t.RequestId });
    }
}

internal sealed class CarContactTable : IEntityTypeConfiguration<CarContact>
{
    public void Configure(EntityTypeBuilder<CarContact> table)
    {
        table.ToTable("car_contacts");
        table.HasKey(c => c.RequestId);
        table.Property(c => c.RequestId).ValueGeneratedNever();
        table.HasOne<CarRequest>().WithMany().HasForeignKey(c => c.RequestId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CarContactReadingTable : IEntityTypeConfiguration<CarContactReading>
{
    public void Configure(EntityTypeBuilder<CarContactReading> table)
    {
        table.ToTable("car_contact_readings");
        table.Property(r => r.Id).ValueGeneratedNever();
        table.Property(r => r.ReaderName).HasMaxLength(200);
        table.Property(r => r.AgencyCode).HasMaxLength(20);
        table.Property(r => r.Reason).HasMaxLength(Reports.ContactReading.ReasonMax);
        table.HasOne<CarRequest>().WithMany().HasForeignKey(r => r.RequestId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Account>().WithMany().HasForeignKey(r => r.AccountId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(r => new { r.RequestId, r.Id });
    }
}

internal sealed class UnmetCarDemandTable : IEntityTypeConfiguration<UnmetCarDemand>
{
    public void Configure(EntityTypeBuilder<UnmetCarDemand> table)
    {
        table.ToTable("unmet_car_demand");
        table.Property(u => u.Id).ValueGeneratedNever();
        table.Property(u => u.KelurahanCode).HasMaxLength(20);
        table.Property(u => u.From).HasColumnName("starts_at");
        table.Property(u => u.Until).HasColumnName("ends_at");
        table.HasOne<Kelurahan>().WithMany().HasForeignKey(u => u.KelurahanCode).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(u => u.From);
    }
}
