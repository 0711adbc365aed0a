using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KediriLapor.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class RidesOfNobody : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // whoever ties and whoever leaves meet at the report's row: the one waits there and sees what the other has done
            migrationBuilder.Sql(
                """
                CREATE FUNCTION refuse_ride_of_anonymous() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    PERFORM FROM reports WHERE id = NEW.report_id AND NOT anonymous FOR SHARE;
                    IF NOT FOUND THEN
                        RAISE EXCEPTION 'report % is anonymous', NEW.report_id USING ERRCODE = 'check_violation', CONSTRAINT = 'no_ride_of_anonymous';
                    END IF;
                    RETURN NEW;
                END $$;
                CREATE TRIGGER refuse_ride_of_anonymous BEFORE INSERT OR UPDATE OF report_id ON car_requests FOR EACH ROW
                    WHEN (NEW.report_id IS NOT NULL) EXECUTE FUNCTION refuse_ride_of_anonymous();

                CREATE FUNCTION let_rides_go() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    UPDATE car_requests SET report_id = NULL WHERE report_id = NEW.id;
                    RETURN NEW;
                END $$;
                CREATE TRIGGER let_rides_go AFTER UPDATE OF anonymous ON reports FOR EACH ROW
                    WHEN (NEW.anonymous AND NOT OLD.anonymous) EXECUTE FUNCTION let_rides_go();

                UPDATE car_requests AS c SET report_id = NULL FROM reports AS r WHERE r.id = c.report_id AND r.anonymous;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                DROP TRIGGER let_rides_go ON reports;
                DROP FUNCTION let_rides_go();
                DROP TRIGGER refuse_ride_of_anonymous ON car_requests;
                DROP FUNCTION refuse_ride_of_anonymous();
                """);
        }
    }
}
