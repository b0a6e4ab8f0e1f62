package dev.tocsin.schedule;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.function.IntConsumer;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDataMap;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.impl.matchers.GroupMatcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Quartz, in memory: fires each shard of targets a few times a second, and other work now and then. */
public final class QuartzTicker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(QuartzTicker.class);

    /** From one tick of a shard to its next; a look begins at most this late on an idle machine. */
    static final Duration TICK = Duration.ofMillis(100);

    private static final int THREADS = 4;
    private static final String WORK = "work";
    private static final String SHARDS = "shards";

    private final InstantSource clock;
    private final Scheduler scheduler;

    /** A ticker that does not run yet; {@code now} says when its first ticks are due. */
    public QuartzTicker(InstantSource clock) {
        this.clock = clock;
        Properties properties = new Properties();
        properties.setProperty("org.quartz.scheduler.instanceName", "tocsin-" + System.identityHashCode(this));
        properties.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
        properties.setProperty("org.quartz.threadPool.threadCount", Integer.toString(THREADS));
        properties.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
        properties.setProperty("org.quartz.scheduler.makeSchedulerThreadDaemon", "true");
        properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        properties.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
        try {
            scheduler = new StdSchedulerFactory(properties).getScheduler();
        } catch (SchedulerException broken) {
            throw new IllegalStateException("Quartz cannot be started", broken);
        }
    }

    /**
     * Fires {@code tick} for every shard, 0 to {@code shards - 1}, staggered over the tick, and for no other from now on.
     * It must not block.
     */
    public void tick(int shards, IntConsumer tick) {
        quartz("the shards", () -> {
            List<JobKey> before = new ArrayList<>(scheduler.getJobKeys(GroupMatcher.jobGroupEquals(SHARDS)));
            scheduler.deleteJobs(before);
        });
        for (int i = 0; i < shards; i++) {
            int shard = i;
            JobKey key = JobKey.jobKey("shard-" + shard, SHARDS);
            schedule(key, TICK, TICK.multipliedBy(shard).dividedBy(shards), () -> tick.accept(shard));
        }
    }

    /** Runs the work over and over; a run that takes longer than the pause delays the next. */
    public void repeat(String name, Duration every, Runnable work) {
        schedule(JobKey.jobKey(name), every, every, work);
    }

    /** Runs work that is repeated once more, as soon as it does not run. */
    public void now(String name) {
        quartz(name, () -> scheduler.triggerJob(JobKey.jobKey(name)));
    }

    public void start() {
        try {
            scheduler.start();
        } catch (SchedulerException broken) {
            throw new IllegalStateException("Quartz cannot be started", broken);
        }
    }

    /** Fires nothing any more; does not wait for work that goes on. */
    @Override
    public void close() {
        try {
            scheduler.shutdown(false);
        } catch (SchedulerException broken) {
            throw new IllegalStateException("Quartz cannot be stopped", broken);
        }
    }

    private interface Step {
        void take() throws SchedulerException;
    }

    private static void quartz(String what, Step step) {
        try {
            step.take();
        } catch (SchedulerException broken) {
            throw new IllegalStateException("Quartz refused " + what, broken);
        }
    }

    private void schedule(JobKey key, Duration every, Duration first, Runnable work) {
        JobDataMap data = new JobDataMap();
        data.put(WORK, work);
        Trigger trigger = TriggerBuilder.newTrigger()
                .withIdentity(key.getName(), key.getGroup())
                .startAt(Date.from(clock.instant().plus(first)))
                .withSchedule(SimpleScheduleBuilder.simpleSchedule()
                        .withIntervalInMilliseconds(every.toMillis())
                        .repeatForever()
                        .withMisfireHandlingInstructionNextWithRemainingCount())
                .build();
        JobDetail job = JobBuilder.newJob(Work.class)
                .withIdentity(key)
                .usingJobData(data)
                .build();
        quartz(key.getName(), () -> scheduler.scheduleJob(job, trigger));
    }

    /** Runs what its data holds. */
    @DisallowConcurrentExecution
    public static final class Work implements Job {
        @Override
        public void execute(JobExecutionContext context) {
            try {
                if (context.getMergedJobDataMap().get(WORK) instanceof Runnable work) {
                    work.run();
                }
            } catch (RuntimeException bug) {
                LOG.error(
                        "{} failed with a fault of ours", context.getJobDetail().getKey(), bug);
            }
        }
    }
}
